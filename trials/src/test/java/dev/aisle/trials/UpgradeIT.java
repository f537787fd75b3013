package dev.aisle.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.upgrade.UpgradeTrial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The short form of {@code ./aisle upgrade-trial}: the next version is this one too, of the two services that every event needs. That the schemas go together is
 * {@code MigrationsTest}'s.
 */
@Tag("night")
class UpgradeIT {
    private static final int EVENTS_PER_SECOND = 60;
    private static final List<Part> REPLACED = List.of(Part.PRIVACY, Part.INGEST);
    /** A service of a laptop that starts beside four others needs what two cores have. */
    private static final Duration PAUSE = Duration.ofMillis(400);

    @Test
    void servicesAreReplacedUnderLoadWithoutALostEventOrAFailedRequest() throws InterruptedException {
        Path project = Path.of("..").toAbsolutePath().normalize();
        Layout layout = new Layout(project, Path.of("target/upgrade").toAbsolutePath(), new PortPlan(27880));
        UpgradeTrial.Settings settings =
                new UpgradeTrial.Settings(project, EVENTS_PER_SECOND, PAUSE, 1, REPLACED, false);

        UpgradeTrial.Report report = new UpgradeTrial(settings, layout, new Progress(System.out)).run();

        assertThat(report.remarks()).isEmpty();
        assertThat(report.clean()).isTrue();
        assertThat(report.findings().acknowledged()).isPositive();
        assertThat(report.asked()).isPositive();
        assertThat(report.replaced()).isEqualTo(REPLACED.size());
    }
}
