package dev.aisle.local.upgrade;

import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** {@code ./aisle upgrade-trial}. It has a home and ports of its own. */
public final class UpgradeCommand {
    private static final int PORT_BASE = 26_380;
    private static final int EVENTS_PER_SECOND = 200;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;

    public UpgradeCommand(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = layout;
        this.progress = progress;
    }

    /** 0 when no event was lost and no request failed. */
    public int run() {
        arguments.allow("port-base", "home", "packages", "from", "rate", "seed");
        var packages = arguments
                .option("packages")
                .orElseThrow(() -> new CommandFailure(
                        "upgrade-trial: --from REF builds the version before, --packages DIR takes it as it is built"));
        var ports = new PortPlan(arguments.number("port-base", PORT_BASE));
        var own = new Layout(layout.project(), layout.home().resolve("upgrade"), ports);
        var seed = arguments.number("seed", ThreadLocalRandom.current().nextInt(1_000_000));
        try {
            var settings = new UpgradeTrial.Settings(
                    Path.of(packages).toAbsolutePath().normalize(),
                    arguments.number("rate", EVENTS_PER_SECOND),
                    PAUSE,
                    seed,
                    UpgradeTrial.ORDER,
                    true);
            var report = new UpgradeTrial(settings, own, progress).run();
            progress.say(spoken(report));
            report.remarks().forEach(progress::say);
            return report.clean() ? 0 : 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private static String spoken(UpgradeTrial.Report report) {
        var findings = report.findings();
        return String.format(
                Locale.ROOT,
                """
                FIGURE  instances replaced while the shop went on: %d (each service to the new version and back)
                FIGURE  events acknowledged: %,d; missing %d, twice %d, out of order %d; requests with events sent again: %d
                FIGURE  other requests: %,d, failed: %d; requests that no instance answered: %d\
                """,
                report.replaced(),
                findings.acknowledged(),
                findings.missing(),
                findings.doubled(),
                findings.swapped() + findings.sequenceBreaks(),
                report.repeated(),
                report.asked(),
                report.failed(),
                report.broken());
    }
}
