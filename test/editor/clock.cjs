// Loaded before anything else into the server and the extension hosts of a test: their clock stands whole days back,
// as on a machine whose date was set so. Programs that they start have the real time.
const days = Number(process.env.MICROWINS_DAYS_BACK ?? 0);

if (days > 0) {
  const RealDate = Date;
  const then = new RealDate();
  // By the calendar: a day may have 23 or 25 hours.
  then.setDate(then.getDate() - days);
  const back = RealDate.now() - then.getTime();
  const now = () => RealDate.now() - back;
  globalThis.Date = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, given, maker) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, maker),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
