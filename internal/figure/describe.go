package figure

// describe fills in what the figure is about.
func (f *finder) describe(g *Figure, r reading) {}
