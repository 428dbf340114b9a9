package lexicon

// Class is a set of word classes.
type Class uint32

// The classes. A word can be of several.
const (
	Noun     Class = 1 << iota // general noun
	Verb                       // general verb
	Adj                        // adjective
	Idiom                      // set phrase or short form
	Func                       // function word, numeral, time word
	Country                    // country, in full or short (two characters or more)
	Place                      // other place
	Body                       // organisation by its full or usual name
	BodyEnd                    // word that ends the name of a body: 公司
	PlaceEnd                   // word that ends the name of a place: 省
	Office                     // office or title before or after a name: 主席
	Address                    // form of address after a name: 先生
	Role                       // role before a name: 记者
	Modifier                   // word before an office: 副
	Rank                       // rank that stands after a name: 亲王
	After                      // word that stands right after a name: 指出
	Before                     // word that stands right before a name: 会见
	Foreign                    // transliterated name, of a person or a place
	BodyWord                   // word that is a body or a sort of body: 公安局
	Known                      // person whom any reader knows
)

// letters are the classes' letters in words.txt.
var letters = map[byte]Class{
	'n': Noun, 'v': Verb, 'a': Adj, 'i': Idiom, 'f': Func,
	'C': Country, 'P': Place, 'O': Body, 'Q': BodyEnd, 'S': PlaceEnd,
	'T': Office, 'H': Address, 'J': Role, 'M': Modifier, 'R': Rank, 'V': After, 'B': Before, 'x': Foreign, 'o': BodyWord, 'N': Known,
}

// General are the classes of the general vocabulary.
const General = Noun | Verb | Adj | Idiom | Func

// Has reports whether the set has one of the classes.
func (c Class) Has(any Class) bool { return c&any != 0 }
