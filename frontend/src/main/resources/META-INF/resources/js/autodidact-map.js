/*
 * <autodidact-map>: operations as shapes, packed by the part of the software they belong to, and the flows
 * between them as arrows, by D3. Shape and colour say how far exploring got; colours are Okabe and Ito's.
 * Arrows of what is chosen or pointed at stand out; the others stay faint, so that 300 operations can be read.
 */
(() => {
  const LOOKS = {
    reached: { colour: '#009e73', symbol: 'symbolCircle', full: true },
    refused: { colour: '#e69f00', symbol: 'symbolDiamond', full: true },
    unreachable: { colour: '#cc79a7', symbol: 'symbolTriangle', full: true },
    forbidden: { colour: '#d55e00', symbol: 'symbolSquare', full: true },
    'not-explored': { colour: '#56b4e9', symbol: 'symbolCircle', full: false },
  };
  const SIZE = 1000;
  const words = (name) => name.replace(/_/g, ' ');

  class AutodidactMap extends HTMLElement {
    connectedCallback() {
      this.draw();
    }

    disconnectedCallback() {
      this.replaceChildren();
      this.svg = undefined;
    }

    set map(map) {
      this.shown = map;
      this.draw();
    }

    get map() {
      return this.shown;
    }

    set search(search) {
      this.wanted = (search ?? '').trim().toLowerCase();
      this.look();
    }

    set chosen(name) {
      this.picked = name;
      this.look();
      const node = this.nodes?.find((one) => one.data.name === name);
      if (node && this.scale < 1.8) this.zoomTo(node.x, node.y, 2);
    }

    draw() {
      if (!this.shown || !this.isConnected) return;
      if (!window.d3) {
        requestAnimationFrame(() => this.draw());
        return;
      }
      const d3 = window.d3;
      this.replaceChildren();
      const groups = d3.group(this.shown.places, (place) => place.group);
      const root = d3
        .hierarchy({ children: [...groups].map(([name, places]) => ({ name, group: true, children: places })) })
        .sum((one) => (one.children ? 0 : 1))
        .sort((a, b) => b.value - a.value);
      d3.pack().size([SIZE, SIZE * 0.72]).padding((one) => (one.depth === 0 ? 26 : 7))(root);
      this.nodes = root.leaves();
      this.groups = root.children ?? [];
      this.svg = d3
        .select(this)
        .append('svg')
        .attr('viewBox', `0 0 ${SIZE} ${SIZE * 0.72}`)
        .attr('aria-hidden', 'true');
      this.stage = this.svg.append('g');
      this.heads();
      this.parts();
      this.arrows();
      this.marks();
      this.zooming();
      this.look();
    }

    heads() {
      this.svg
        .append('defs')
        .append('marker')
        .attr('id', 'autodidact-map-head')
        .attr('viewBox', '0 0 8 8')
        .attr('refX', 7)
        .attr('refY', 4)
        .attr('markerWidth', 7)
        .attr('markerHeight', 7)
        .attr('orient', 'auto')
        .append('path')
        .attr('d', 'M0,0 L8,4 L0,8 z')
        .attr('fill', 'currentColor');
    }

    parts() {
      const part = this.stage.append('g').selectAll('g').data(this.groups).join('g').attr('class', 'part');
      part.append('circle').attr('cx', (d) => d.x).attr('cy', (d) => d.y).attr('r', (d) => d.r + 4);
      part.append('title').text((d) => words(d.data.name));
      part.on('click', (event, d) => {
        event.stopPropagation();
        this.zoomTo(d.x, d.y, Math.min(5, (SIZE * 0.3) / d.r));
      });
    }

    arrows() {
      const at = new Map(this.nodes.map((node) => [node.data.name, node]));
      const links = this.shown.links.filter((link) => at.has(link.from) && at.has(link.to) && link.from !== link.to);
      this.lines = this.stage
        .append('g')
        .attr('fill', 'none')
        .selectAll('path')
        .data(links)
        .join('path')
        .attr('class', 'flow')
        .attr('d', (link) => this.curve(at.get(link.from), at.get(link.to)))
        .attr('marker-end', 'url(#autodidact-map-head)')
        .attr('stroke-dasharray', (link) => (link.confirmed ? null : '4 4'));
    }

    curve(from, to) {
      const dx = to.x - from.x;
      const dy = to.y - from.y;
      const length = Math.hypot(dx, dy) || 1;
      const bend = Math.min(60, length * 0.18);
      const mx = (from.x + to.x) / 2 - (dy / length) * bend;
      const my = (from.y + to.y) / 2 + (dx / length) * bend;
      const ex = to.x - ((to.x - mx) / (Math.hypot(to.x - mx, to.y - my) || 1)) * (to.r * 0.72 + 2);
      const ey = to.y - ((to.y - my) / (Math.hypot(to.x - mx, to.y - my) || 1)) * (to.r * 0.72 + 2);
      return `M${from.x},${from.y} Q${mx},${my} ${ex},${ey}`;
    }

    marks() {
      const d3 = window.d3;
      const look = (d) => LOOKS[d.data.reached] ?? LOOKS['not-explored'];
      this.dots = this.stage
        .append('g')
        .selectAll('g')
        .data(this.nodes)
        .join('g')
        .attr('class', 'operation')
        .attr('transform', (d) => `translate(${d.x},${d.y})`)
        .on('click', (event, d) => {
          event.stopPropagation();
          this.picked = d.data.name;
          this.look();
          this.dispatchEvent(new CustomEvent('operation-chosen', { detail: d.data.name }));
        })
        .on('mouseenter', (event, d) => {
          this.pointed = d.data.name;
          this.look();
        })
        .on('mouseleave', () => {
          this.pointed = undefined;
          this.look();
        });
      this.dots
        .append('path')
        .attr('d', (d) => d3.symbol(d3[look(d).symbol], d.r * d.r * (look(d).symbol === 'symbolCircle' ? 1.7 : 1.25))())
        .attr('fill', (d) => (look(d).full ? look(d).colour : 'transparent'))
        .attr('stroke', (d) => look(d).colour)
        .attr('stroke-width', 1.6);
      this.dots.append('title').text((d) => `${d.data.name}\n${d.data.summary}`);
      this.names = this.stage
        .append('g')
        .attr('class', 'names')
        .selectAll('text')
        .data(this.nodes)
        .join('text')
        .attr('x', (d) => d.x)
        .attr('y', (d) => d.y + d.r + 1)
        .text((d) => words(d.data.name));
      this.titles = this.stage
        .append('g')
        .attr('class', 'titles')
        .selectAll('text')
        .data(this.groups)
        .join('text')
        .attr('x', (d) => d.x)
        .attr('y', (d) => d.y - d.r - 7)
        .text((d) => words(d.data.name));
    }

    zooming() {
      const d3 = window.d3;
      this.scale = 1;
      this.zoom = d3
        .zoom()
        .scaleExtent([0.8, 12])
        .translateExtent([[-200, -200], [SIZE + 200, SIZE * 0.72 + 200]])
        .filter((event) => !event.button && (event.type !== 'wheel' || event.ctrlKey || this.matches(':focus-within, :hover')))
        .on('zoom', (event) => {
          this.stage.attr('transform', event.transform);
          this.scale = event.transform.k;
          this.sizes();
        });
      this.svg.call(this.zoom).on('dblclick.zoom', null);
      const bar = d3.select(this).append('div').attr('class', 'zoom');
      const button = (sign, label, act) =>
        bar.append('button').attr('type', 'button').attr('aria-label', label).attr('title', label).text(sign).on('click', act);
      button('+', this.shown.words.closer, () => this.svg.transition().duration(200).call(this.zoom.scaleBy, 1.6));
      button('−', this.shown.words.farther, () => this.svg.transition().duration(200).call(this.zoom.scaleBy, 1 / 1.6));
      button('⤢', this.shown.words.whole, () => this.svg.transition().duration(300).call(this.zoom.transform, d3.zoomIdentity));
      this.sizes();
    }

    zoomTo(x, y, scale) {
      const d3 = window.d3;
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      this.svg
        .transition()
        .duration(still ? 0 : 450)
        .call(this.zoom.transform, d3.zoomIdentity.translate(SIZE / 2, SIZE * 0.36).scale(scale).translate(-x, -y));
    }

    /* Texts keep their size on the screen; names of operations appear where they have room. */
    sizes() {
      const pixels = SIZE / Math.max(320, this.clientWidth || SIZE);
      const size = (12 * pixels) / this.scale;
      this.names
        .attr('font-size', size)
        .attr('dy', '0.9em')
        .style('display', (d) =>
          d.data.name === this.picked || d.data.name === this.pointed || this.found?.has(d.data.name) || d.r * 2 > words(d.data.name).length * size * 0.42
            ? null
            : 'none');
      this.titles
        .attr('font-size', Math.max(size * 1.1, 6))
        .attr('y', (d) => d.y - d.r - size * 0.6)
        .style('display', (d) => (d.r * 2.4 > words(d.data.name).length * size * 0.5 ? null : 'none'));
      this.lines.attr('stroke-width', (1.4 * pixels) / Math.sqrt(this.scale));
    }

    /* What is looked for, pointed at or chosen stands out. */
    look() {
      if (!this.dots) return;
      const focus = this.pointed ?? this.picked;
      const near = new Set(focus ? [focus] : []);
      this.shown.links.forEach((link) => {
        if (link.from === focus) near.add(link.to);
        if (link.to === focus) near.add(link.from);
      });
      this.found = this.wanted
        ? new Set(
            this.shown.places
              .filter((place) => `${place.name} ${words(place.name)} ${place.summary} ${place.group}`.toLowerCase().includes(this.wanted))
              .map((place) => place.name))
        : undefined;
      const bright = (name) => (this.found ? this.found.has(name) || near.has(name) : near.size < 2 || near.has(name));
      this.dots.attr('opacity', (d) => (bright(d.data.name) ? 1 : 0.18)).classed('picked', (d) => d.data.name === this.picked);
      this.lines
        .attr('opacity', (link) => (link.from === focus || link.to === focus ? 1 : near.size > 1 || this.found ? 0.04 : this.shown.links.length > 120 ? 0.14 : 0.35))
        .classed('strong', (link) => link.from === focus || link.to === focus);
      this.sizes();
    }
  }

  customElements.define('autodidact-map', AutodidactMap);
})();
