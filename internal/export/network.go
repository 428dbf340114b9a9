package export

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"dateline/record"
)

// network is who met whom in all pages: people and bodies as nodes, meetings
// as edges. It is kept whole until the last page is read; what it holds grows
// with the names and pairs, not with the pages.
type network struct {
	nodes map[party]*netNode
	edges map[[2]party]*netEdge
}

// party is one who can meet: a name of a kind.
type party struct{ kind, name string }

func (p party) compare(q party) int {
	return cmp.Or(strings.Compare(p.kind, q.kind), strings.Compare(p.name, q.name))
}

type netNode struct {
	titles             []string
	sources, mentions  int
	firstDay, lastDay  string
	lastSource, sortID string
}

type netEdge struct {
	count             int
	kinds             map[string]int
	firstDay, lastDay string
	evidence          []string
}

// networkLost is what neither GraphML nor GEXF holds of the records.
var networkLost = []string{
	"People and bodies only, with their meetings, talks, visits, calls and video meetings that happened: no other events, no statements, no texts.",
	"A node is a name: two people of one name are one node, and one person under two names is two.",
	"Two tellings that one source gives for the same event count once; those of two sources count twice.",
	"Only principals and hosts have edges: who was present or travelled with them has none. Of more than two principals each pair has one.",
	"First and last day are those of meetings whose day is known; a visit counts with its first day.",
}

// meetings are the kinds of events that are edges.
var meetings = []string{"meet", "talks", "visit", "phone-call", "video-meeting"}

// newNetwork reads all pages.
func newNetwork(pages iter.Seq2[*Page, error]) (*network, error) {
	n := &network{nodes: map[party]*netNode{}, edges: map[[2]party]*netEdge{}}
	err := each(pages, func(p *Page) error {
		n.add(p)
		return nil
	})
	return n, err
}

// add takes what a page says.
func (n *network) add(p *Page) {
	articles := p.articles()
	for _, x := range p.Record.People {
		k := n.name(p, party{"person", x.Name}, x.Mentions, articles)
		for _, t := range x.Titles {
			if !slices.Contains(k.titles, t.Text) {
				k.titles = append(k.titles, t.Text)
			}
		}
	}
	for _, x := range p.Record.Organizations {
		n.name(p, party{"organization", x.Name}, x.Mentions, articles)
	}
	parties, told := partiesOf(p.Record), map[string][]string{}
	for i := range p.Record.Events {
		n.meeting(p, &p.Record.Events[i], parties, told)
	}
}

// name counts the mentions of a party on a page.
func (n *network) name(p *Page, who party, all []record.Mention, articles map[string]*record.Article) *netNode {
	k := n.node(who)
	if k.lastSource != p.ID || k.sources == 0 {
		k.sources++
		k.lastSource = p.ID
	}
	k.mentions += len(all)
	for _, m := range all {
		k.firstDay, k.lastDay = extend(k.firstDay, k.lastDay, p.day(articles[m.Article]))
	}
	return k
}

func (n *network) node(who party) *netNode {
	if n.nodes[who] == nil {
		n.nodes[who] = &netNode{}
	}
	return n.nodes[who]
}

// extend widens a range of days by one that is known to the day.
func extend(first, last, day string) (string, string) {
	if !isDay(day) || !isDate(day) {
		return first, last
	}
	if first == "" || day < first {
		first = day
	}
	return first, max(last, day)
}

// meeting takes the edges of an event. told has the events of the page that
// were counted, by the pair and what they are the same as.
func (n *network) meeting(p *Page, e *record.Event, parties map[string]party, told map[string][]string) {
	if e.Status != "happened" || !slices.Contains(meetings, e.Kind) {
		return
	}
	who := principals(e, parties)
	for i, a := range who {
		for _, b := range who[i+1:] {
			pair := [2]party{a, b}
			x := n.edge(pair)
			x.evidence = append(x.evidence, URN(p.ID, e.ID))
			if w, ok := eventWhen(e); ok {
				x.firstDay, x.lastDay = extend(x.firstDay, x.lastDay, w.first)
			}
			key := a.kind + "\x00" + a.name + "\x00" + b.kind + "\x00" + b.name
			if !slices.ContainsFunc(told[key], func(id string) bool { return slices.Contains(e.SameAs, id) }) {
				x.count++
				x.kinds[e.Kind]++
			}
			told[key] = append(told[key], e.ID)
		}
	}
}

func (n *network) edge(pair [2]party) *netEdge {
	for _, p := range pair {
		n.node(p)
	}
	if n.edges[pair] == nil {
		n.edges[pair] = &netEdge{kinds: map[string]int{}}
	}
	return n.edges[pair]
}

// principals are the parties of an event who are more than present, in order
// and none twice.
func principals(e *record.Event, parties map[string]party) (out []party) {
	for _, x := range e.Participants {
		who, ok := parties["#"+string(x.Person)]
		if !ok {
			who, ok = parties[x.Name]
		}
		if ok && x.Role != "attendee" && x.Role != "receiver" && !slices.Contains(out, who) {
			out = append(out, who)
		}
	}
	slices.SortFunc(out, party.compare)
	return out
}

// partiesOf finds people by "#" and their id, and bodies and places, for which
// a country acts, by their names and aliases.
func partiesOf(r *record.Record) map[string]party {
	m := map[string]party{}
	for _, x := range r.People {
		m["#"+x.ID] = party{"person", x.Name}
	}
	name := func(kind, name string, aliases []string) {
		for _, n := range append([]string{name}, aliases...) {
			if _, ok := m[n]; !ok {
				m[n] = party{kind, name}
			}
		}
	}
	for _, x := range r.Organizations {
		name("organization", x.Name, x.Aliases)
	}
	for _, x := range r.Places {
		name("place", x.Name, x.Aliases)
	}
	return m
}

// sortedNodes are the nodes by kind and name, with their ids.
func (n *network) sortedNodes() []party {
	all := slices.SortedFunc(maps.Keys(n.nodes), party.compare)
	for i, who := range all {
		n.nodes[who].sortID = "n" + itoa(i)
	}
	return all
}

// sortedEdges are the pairs in the order of their nodes.
func (n *network) sortedEdges() [][2]party {
	return slices.SortedFunc(maps.Keys(n.edges), func(a, b [2]party) int {
		return cmp.Or(a[0].compare(b[0]), a[1].compare(b[1]))
	})
}
