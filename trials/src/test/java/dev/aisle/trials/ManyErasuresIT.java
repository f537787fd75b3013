package dev.aisle.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.erasures.ErasureReport;
import dev.aisle.local.erasures.ErasureTrial;
import dev.aisle.local.erasures.ManyErasures;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./aisle erasures}: services die, and every erasure is complete with every receipt once. */
@Tag("night")
class ManyErasuresIT {
    @Test
    void everyErasureIsCompleteWithEachReceiptOnceHoweverOftenServicesDie() {
        long seed = Long.getLong("aisle.seed", ThreadLocalRandom.current().nextInt(1_000_000));
        ErasureTrial trial = new ErasureTrial(150, 3, seed);
        Layout layout =
                new Layout(Path.of("..").toAbsolutePath().normalize(), Path.of("target/erasures"), new PortPlan(27180));

        ErasureReport report = new ManyErasures(trial, layout, new Progress(System.out)).run();

        System.out.println(report.spoken());
        assertThat(report.remarks()).as("seed " + seed).isEmpty();
        assertThat(report.kills()).isEqualTo(trial.kills());
    }
}
