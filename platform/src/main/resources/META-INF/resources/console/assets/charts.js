// Draws each figure[data-chart] from its JSON: {"time":true,"x":[…],"series":[{"name":"…","values":[…],"low":[…],"high":[…]}],"unit":"%"}.
// The values stand in the table below it as well, so the drawing is for eyes only.
let library;

function load(version) {
  library ??= new Promise((resolve, reject) => {
    const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `/console/assets/uPlot.min.css?v=${version}` });
    const script = Object.assign(document.createElement("script"), { src: `/console/assets/uPlot.iife.min.js?v=${version}` });
    script.onload = () => resolve(window.uPlot);
    script.onerror = reject;
    document.head.append(style, script);
  });
  return library;
}

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// Ticks in the page's language, a day as a date and less as a time of day, in UTC as everywhere on the pages.
function times(_, ticks) {
  const daily = ticks.length < 2 || ticks[1] - ticks[0] >= 86_400;
  const format = new Intl.DateTimeFormat(document.documentElement.lang, daily ? { month: "short", day: "numeric", timeZone: "UTC" } : { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "UTC" });
  return ticks.map((tick) => format.format(tick * 1000));
}

// A share begins at nothing and ends at all; other figures take what they need.
const range = (spec) => (_, low, high) => (spec.unit === "%" && low >= 0 && high <= 100 ? [0, Math.min(100, high * 1.2 || 1)] : window.uPlot.rangeNum(low, high, 0.1, true));
const whole = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

function options(spec, width) {
  const axis = { stroke: colour("--ink-soft"), grid: { stroke: colour("--chart-grid"), width: 1 }, ticks: { stroke: colour("--chart-grid") } };
  const series = [{}];
  const bands = [];
  spec.series.forEach((one, i) => {
    const stroke = colour(`--chart-${(i % 4) + 1}`);
    series.push({ label: one.name, stroke, width: 2, points: { show: spec.x.length < 40 }, dash: one.dashed ? [6, 4] : undefined });
    if (one.low && one.high) {
      series.push({ label: `${one.name} ↑`, stroke, width: 0, points: { show: false }, class: "edge" }, { label: `${one.name} ↓`, stroke, width: 0, points: { show: false }, class: "edge" });
      bands.push({ series: [series.length - 2, series.length - 1], fill: `${stroke}2e` });
    }
  });
  return {
    width, height: 240, tzDate: (seconds) => window.uPlot.tzDate(new Date(seconds * 1000), "UTC"), series, bands, axes: [spec.time === false ? { ...axis, incrs: whole } : { ...axis, values: times }, { ...axis, size: 60, values: spec.unit ? (_, all) => all.map((v) => `${v}${spec.unit}`) : undefined }],
    scales: { x: { time: spec.time !== false }, y: { range: range(spec) } }, legend: { live: false }, cursor: { drag: { x: true, y: false } },
  };
}

const columns = (spec) => [spec.x, ...spec.series.flatMap((one) => (one.low && one.high ? [one.values, one.high, one.low] : [one.values]))];

export async function drawAll(version) {
  const uPlot = await load(version);
  for (const figure of document.querySelectorAll("[data-chart]:not([data-drawn])")) {
    figure.dataset.drawn = "true";
    const spec = JSON.parse(document.getElementById(`c-${figure.dataset.chart}`).textContent);
    const place = figure.querySelector(".plot");
    if (spec.series.every((one) => one.values.every((value) => value === null))) {
      // Nothing may be told: the table says of each why.
      place.hidden = true;
      figure.querySelector("details").open = true;
      continue;
    }
    const chart = new uPlot(options(spec, place.clientWidth), columns(spec), place);
    new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height: 240 })).observe(place);
  }
}
