package event

// codes gives an event's codes in PLOVER and CAMEO by its kind: the codes of
// the CAMEO codebook 1.1b3, turned into PLOVER as its conversion table of
// 2021-09-17 does (036, 040 to 046 and 057). What is planned is an intent to
// meet. Kinds that neither scheme has get none.
func codes(e *Event) (plover, cameo string) {
	c := coded[e.Kind]
	if e.Status == "planned" && c[0] == "CONSULT" {
		return "AGREE", "036"
	}
	if e.Status == "called-off" {
		return "", ""
	}
	return c[0], c[1]
}

// coded are the codes of what happened.
var coded = map[string][2]string{
	Meet: {"CONSULT", "040"}, Talks: {"CONSULT", "046"}, Visit: {"CONSULT", "042"},
	PhoneCall: {"CONSULT", "041"}, VideoMeeting: {"CONSULT", "040"}, Sign: {"SUPPORT", "057"},
}
