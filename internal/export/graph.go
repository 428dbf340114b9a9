package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
)

// graphML is the graph of who met whom in GraphML (graphdrawing.org, 2002).
var graphML = Format{
	Name: "graphml", Title: "who met whom, GraphML", Ext: "graphml", MediaType: "application/graphml+xml",
	Lost:  networkLost,
	Write: func(w io.Writer, pages iter.Seq2[*Page, error]) error { return writeGraph(w, pages, graphMLForm) },
}

// gexf is the graph of who met whom in GEXF 1.2, which Gephi reads, and others
// too, while 1.3 is read by fewer.
var gexf = Format{
	Name: "gexf", Title: "who met whom, GEXF", Ext: "gexf", MediaType: "application/gexf+xml",
	Lost:  networkLost,
	Write: func(w io.Writer, pages iter.Seq2[*Page, error]) error { return writeGraph(w, pages, gexfForm) },
}

// graphForm is what differs between the two.
type graphForm struct {
	head, nodes, edges, tail string
	node, nodeEnd            string // with id, label
	edge, edgeEnd            string // with id, source, target, weight
	value                    string // with attribute and value
}

// graphAttribute is an attribute of nodes or edges, in the order of writing.
type graphAttribute struct{ id, name, kind string }

var (
	nodeAttributes = []graphAttribute{{"name", "label", "string"}, {"kind", "kind", "string"}, {"titles", "titles", "string"},
		{"sources", "sources", "int"}, {"mentions", "mentions", "int"}, {"first", "first_day", "string"}, {"last", "last_day", "string"}}
	edgeAttributes = []graphAttribute{{"count", "count", "int"}, {"kinds", "kinds", "string"}, {"from", "first_day", "string"},
		{"to", "last_day", "string"}, {"evidence", "evidence", "string"}}
)

var graphMLForm = graphForm{
	head: xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">` + "\n" +
		graphMLKeys("node", nodeAttributes) + graphMLKeys("edge", edgeAttributes) + `<graph id="meetings" edgedefault="undirected">` + "\n",
	node: `<node id="%[1]s">` + "\n", nodeEnd: "</node>\n",
	edge: `<edge id="%[1]s" source="%[2]s" target="%[3]s">` + "\n", edgeEnd: "</edge>\n",
	value: `<data key="%s">%s</data>` + "\n", tail: "</graph>\n</graphml>\n",
}

func graphMLKeys(of string, all []graphAttribute) string {
	var b strings.Builder
	for _, a := range all {
		fmt.Fprintf(&b, `<key id="%s" for="%s" attr.name="%s" attr.type="%s"/>`+"\n", a.id, of, a.name, a.kind)
	}
	return b.String()
}

var gexfForm = graphForm{
	head: xml.Header + `<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">` + "\n" + `<graph mode="static" defaultedgetype="undirected">` + "\n" +
		gexfAttributes("node", nodeAttributes[1:]) + gexfAttributes("edge", edgeAttributes),
	nodes: "<nodes>\n", edges: "</nodes>\n<edges>\n",
	node: `<node id="%s" label="%s"><attvalues>` + "\n", nodeEnd: "</attvalues></node>\n",
	edge: `<edge id="%s" source="%s" target="%s" weight="%d"><attvalues>` + "\n", edgeEnd: "</attvalues></edge>\n",
	value: `<attvalue for="%s" value="%s"/>` + "\n", tail: "</edges>\n</graph>\n</gexf>\n",
}

func gexfAttributes(of string, all []graphAttribute) string {
	b := strings.Builder{}
	fmt.Fprintf(&b, `<attributes class="%s">`+"\n", of)
	for _, a := range all {
		kind := strings.Replace(a.kind, "int", "integer", 1)
		fmt.Fprintf(&b, `<attribute id="%s" title="%s" type="%s"/>`+"\n", a.id, a.name, kind)
	}
	b.WriteString("</attributes>\n")
	return b.String()
}

func writeGraph(w io.Writer, pages iter.Seq2[*Page, error], f graphForm) error {
	n, err := newNetwork(pages)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	out.WriteString(f.head + f.nodes)
	for _, who := range n.sortedNodes() {
		x := n.nodes[who]
		fmt.Fprintf(out, f.node, graphArgs(f.node, x.sortID, escapeXML(who.name))...)
		f.values(out, "name", who.name, "kind", who.kind, "titles", strings.Join(x.titles, "; "), "sources", itoa(x.sources),
			"mentions", itoa(x.mentions), "first", x.firstDay, "last", x.lastDay)
		out.WriteString(f.nodeEnd)
	}
	out.WriteString(f.edges)
	for i, pair := range n.sortedEdges() {
		x := n.edges[pair]
		a, b := n.nodes[pair[0]].sortID, n.nodes[pair[1]].sortID
		fmt.Fprintf(out, f.edge, graphArgs(f.edge, "e"+itoa(i), a, b, x.count)...)
		f.values(out, "count", itoa(x.count), "kinds", x.kindsLine(), "from", x.firstDay, "to", x.lastDay, "evidence", strings.Join(x.evidence, " "))
		out.WriteString(f.edgeEnd)
	}
	out.WriteString(f.tail)
	return out.Flush()
}

// graphArgs are as many arguments as the form has places for.
func graphArgs(form string, args ...any) []any {
	return args[:min(len(args), strings.Count(form, "%"))]
}

// values writes pairs of an attribute and its value, the empty ones left out.
func (f graphForm) values(w io.Writer, pairs ...string) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] == "" || pairs[i] == "name" && f.nodes != "" {
			continue // GEXF has the name in the node's label
		}
		fmt.Fprintf(w, f.value, pairs[i], escapeXML(pairs[i+1]))
	}
}

// kindsLine is how many meetings of each kind: meet 2, visit 1.
func (x *netEdge) kindsLine() string {
	var out []string
	for _, k := range meetings {
		if x.kinds[k] > 0 {
			out = append(out, k+" "+itoa(x.kinds[k]))
		}
	}
	return strings.Join(out, ", ")
}

// escapeXML escapes a text for content and attributes; what XML cannot hold
// is U+FFFD.
func escapeXML(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return "" // a strings.Builder gives no error
	}
	return b.String()
}

func itoa(n int) string { return strconv.Itoa(n) }
