package tmpday
func Year(b []string) (string,string) { return "2023","shim" }
func Day(text, pub string) string {
	y, m, d := 0,0,0
	n, has := 0, false
	pi := func(r rune) int { for i, c := range []rune("〇一二三四五六七八九") { if r==c {return i} }; return -1 }
	for _, r := range text {
		switch {
		case r>='0'&&r<='9': n=n*10+int(r-'0'); has=true
		case r=='十': if n==0 {n=1}; n*=10; has=true
		case r=='廿': n=20
		case r=='年': y=n; n=0
		case r=='月': m=n; n=0
		case r=='日'||r=='號'||r=='号': d=n; n=0
		default:
			if v:=pi(r); v>=0 { if n%10==0 && n>=10 && n<100 {n+=v} else {n=n*10+v} }
		}
	}
	_ = has
	if len(pub)<4 { return "" }
	if y==0 { y = int(pub[0]-'0')*1000+int(pub[1]-'0')*100+int(pub[2]-'0')*10+int(pub[3]-'0') }
	if m==0 { if len(pub)<7 {return ""}; m=int(pub[5]-'0')*10+int(pub[6]-'0') }
	f := func(n int) string { return string(rune('0'+n/10))+string(rune('0'+n%10)) }
	return f(y/100)+f(y%100)+"-"+f(m)+"-"+f(d)
}
