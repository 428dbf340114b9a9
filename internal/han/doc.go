// Package han knows the script that Chinese news is written in: what class a
// character is of, how numerals are written, and which characters are the
// same one in another width.
//
// In: UTF-8 text. Out: classes, numerals with their exact decimal value and
// the number of bytes they take, and texts folded to half width with the way
// back to the bytes they came from. Every length and offset is in bytes and
// lies on a character boundary. Nothing here looks further than the text it
// is given, and no input makes it panic.
//
// # Numerals
//
// [Number] reads the longest numeral at the start of a text:
//
//	digits      2013, ２０１３, 1,234.5, ４，５６５, 20.17
//	Chinese     三千五百, 廿五, 十二点五, 两千三百五 (2350), formal 壹仟玖佰
//	bare digits 一九四九, 二〇一七, 二○○八, 六四 (64)
//	mixed       3千5百亿, 1.9万亿, 1亿2000万, 3万4000
//	ranges      三四 (3 to 4), 五六十, 十七八, 一万六七, 三五百
//	vague       几十, 数百万, 十几, 五十几万, 三百余, 一千多万, 十来
//
// What is spoilt by a page is read too: a space between a run of digits and
// what belongs to it (３ 万, 1 , 234, 20 . 17), and spaces inside a Chinese
// numeral as long as it goes on by its own grammar (一百 五 十 二).
//
// It does not judge whether the numeral counts something: 四 of 四川 is a
// numeral here. Signs, fractions and percentages are put together by those
// who read numerals.
package han
