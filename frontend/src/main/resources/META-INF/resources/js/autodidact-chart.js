/*
 * <autodidact-chart>: lines with bands or bars with whiskers, by Chart.js. Colours are Okabe and Ito's,
 * which people with any kind of colour vision tell apart; shapes and dashes say the same once more.
 */
(() => {
  const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];
  const SHAPES = ['circle', 'rectRot', 'triangle', 'rect', 'star', 'crossRot'];
  const DASHES = [[], [6, 4], [2, 3], [10, 4, 2, 4], [1, 2], [12, 4]];

  const whiskers = {
    id: 'whiskers',
    afterDatasetsDraw(chart) {
      const { ctx, scales } = chart;
      ctx.save();
      ctx.strokeStyle = chart.options.color;
      ctx.lineWidth = 1.5;
      chart.data.datasets.forEach((dataset, i) => {
        if (!dataset.lows || !chart.isDatasetVisible(i)) return;
        chart.getDatasetMeta(i).data.forEach((bar, j) => {
          if (dataset.lows[j] == null) return;
          const low = scales.y.getPixelForValue(dataset.lows[j]);
          const high = scales.y.getPixelForValue(dataset.highs[j]);
          ctx.beginPath();
          ctx.moveTo(bar.x, low);
          ctx.lineTo(bar.x, high);
          [low, high].forEach((y) => {
            ctx.moveTo(bar.x - 5, y);
            ctx.lineTo(bar.x + 5, y);
          });
          ctx.stroke();
        });
      });
      ctx.restore();
    },
  };

  const bands = (series, colour) =>
    series.lows.every((low) => low == null)
      ? []
      : [
          { data: series.highs, band: true, borderWidth: 0, pointRadius: 0, pointHitRadius: 0, fill: '+1', backgroundColor: colour + '2e', spanGaps: true },
          { data: series.lows, band: true, borderWidth: 0, pointRadius: 0, pointHitRadius: 0, spanGaps: true },
        ];

  const line = (series, i) => {
    const colour = COLOURS[i % COLOURS.length];
    return [
      {
        label: series.name,
        data: series.values,
        borderColor: colour,
        backgroundColor: colour,
        borderDash: DASHES[i % DASHES.length],
        borderWidth: 2.5,
        pointStyle: SHAPES[i % SHAPES.length],
        pointRadius: 4,
        spanGaps: true,
        tension: 0.2,
      },
      ...bands(series, colour),
    ];
  };

  const bar = (series, i) => {
    const colour = COLOURS[i % COLOURS.length];
    return [
      {
        label: series.name,
        data: series.values,
        lows: series.lows,
        highs: series.highs,
        backgroundColor: colour + 'b3',
        borderColor: colour,
        borderWidth: 1.5,
        borderRadius: 4,
        maxBarThickness: 56,
        minBarLength: 2,
        pointStyle: SHAPES[i % SHAPES.length],
      },
    ];
  };

  class AutodidactChart extends HTMLElement {
    connectedCallback() {
      if (!this.canvas) {
        this.style.cssText = 'display:block;position:relative;height:18rem;min-width:0';
        this.canvas = this.appendChild(document.createElement('canvas'));
      }
      this.look = new MutationObserver(() => this.draw());
      this.look.observe(document.documentElement, { attributes: true, attributeFilter: ['theme', 'style'] });
      this.scheme = matchMedia('(prefers-color-scheme: dark)');
      this.redraw = () => this.draw();
      this.scheme.addEventListener('change', this.redraw);
      this.draw();
    }

    disconnectedCallback() {
      this.look.disconnect();
      this.scheme.removeEventListener('change', this.redraw);
      this.chart?.destroy();
      this.chart = undefined;
    }

    set figures(figures) {
      this.shown = figures;
      this.draw();
    }

    get figures() {
      return this.shown;
    }

    draw() {
      if (!this.canvas || !this.shown || !this.isConnected) return;
      if (!window.Chart) {
        requestAnimationFrame(() => this.draw());
        return;
      }
      const { type, data, options } = this.drawing();
      if (this.chart) {
        this.chart.data = data;
        this.chart.options = options;
        this.chart.update('none');
      } else {
        this.chart = new window.Chart(this.canvas, { type, data, options, plugins: [whiskers] });
      }
    }

    drawing() {
      const { kind, unit, locale, across, categories, series } = this.shown;
      const format = new Intl.NumberFormat(locale, unit === 'share' ? { style: 'percent' } : { maximumFractionDigits: 1 });
      const words = (item) => {
        const low = item.dataset.lows?.[item.dataIndex];
        const value = `${item.dataset.label}: ${format.format(item.parsed.y)}`;
        return low == null ? value : `${value} (${format.format(low)} – ${format.format(item.dataset.highs[item.dataIndex])})`;
      };
      const colour = getComputedStyle(this).color;
      const grid = `color-mix(in srgb, ${colour} 14%, transparent)`;
      const font = { family: getComputedStyle(this).fontFamily, size: 13 };
      return {
        type: kind === 'lines' ? 'line' : 'bar',
        data: { labels: categories, datasets: series.flatMap(kind === 'lines' ? line : bar) },
        options: {
          color: colour,
          font,
          animation: false,
          responsive: true,
          maintainAspectRatio: false,
          interaction: { mode: 'index', intersect: false },
          scales: {
            x: { title: { display: !!across, text: across, color: colour, font }, ticks: { color: colour, font }, grid: { display: false } },
            y: {
              beginAtZero: true,
              ...(unit === 'share' ? { max: 1 } : {}),
              ticks: { color: colour, font, maxTicksLimit: 6, callback: (value) => format.format(value) },
              grid: { color: grid },
              border: { display: false },
            },
          },
          plugins: {
            legend: {
              position: 'bottom',
              labels: { color: colour, font, usePointStyle: true, boxWidth: 9, boxHeight: 9, padding: 16, filter: (item, data) => !data.datasets[item.datasetIndex].band },
            },
            tooltip: { filter: (item) => !item.dataset.band, callbacks: { label: words } },
          },
        },
      };
    }
  }

  customElements.define('autodidact-chart', AutodidactChart);
})();
