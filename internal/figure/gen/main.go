// Command gen writes currencies.tsv, the currencies with a country in their
// name, from the Chinese locales of the Unicode CLDR (npm package
// cldr-numbers-full, files main/{zh,zh-Hant}/currencies.json):
//
//	go run ./gen zh/currencies.json zh-Hant/currencies.json > currencies.tsv
//
// A name that two currencies share goes to the one that is named without
// years behind it, the one in use.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"sort"
	"strings"
	"unicode"
)

type locale struct {
	Main map[string]struct {
		Numbers struct {
			Currencies map[string]struct {
				DisplayName string `json:"displayName"`
			} `json:"currencies"`
		} `json:"numbers"`
	} `json:"main"`
}

func main() {
	log.SetFlags(0)
	codes := map[string]string{}
	for _, path := range os.Args[1:] {
		if err := read(path, codes); err != nil {
			log.Fatal(err)
		}
	}
	forms := map[string][]string{}
	for name, code := range codes {
		forms[code] = append(forms[code], name)
	}
	fmt.Println("# Currencies with a country in their name. Made by gen/main.go from Unicode CLDR;")
	fmt.Println("# its licence is in currencies.LICENSE. Not edited by hand.")
	for _, code := range sorted(forms) {
		sort.Strings(forms[code])
		fmt.Printf("money\t%s\t%s\n", code, strings.Join(forms[code], " "))
	}
}

// read adds a locale's names, those without years first.
func read(path string, codes map[string]string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var l locale
	if err := json.Unmarshal(b, &l); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for _, m := range l.Main {
		cur := m.Numbers.Currencies
		for _, withYears := range []bool{false, true} {
			for _, code := range sorted(cur) {
				name, years := plain(cur[code].DisplayName)
				if years == withYears && wanted(code, name) && codes[name] == "" {
					codes[name] = code
				}
			}
		}
	}
	return nil
}

// plain cuts what stands in brackets off a name.
func plain(name string) (string, bool) {
	at := strings.IndexAny(name, "(（")
	if at < 0 {
		return name, false
	}
	return strings.TrimSpace(name[:at]), true
}

// funds are the codes of ISO 4217 for funds and units of account, whose names
// are a country with a word in brackets.
const funds = "BOV CHE CHW CLF COU ECV MXV USN USS UYI UYW XUA"

// wanted leaves out metals and funds, and names that are a bare unit or not
// in Chinese.
func wanted(code, name string) bool {
	if strings.Contains(funds, code) {
		return false
	}
	if code[0] == 'X' && !strings.Contains("XAF XOF XPF XCD XDR", code) || len([]rune(name)) < 3 {
		return false
	}
	for _, r := range name {
		if !unicode.Is(unicode.Han, r) && r != '-' {
			return false
		}
	}
	return true
}

func sorted[T any](m map[string]T) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
