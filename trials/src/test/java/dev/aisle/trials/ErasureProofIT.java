package dev.aisle.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.proof.ErasureProof;
import dev.aisle.local.proof.ProofReport;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The short form of {@code ./aisle erasure-proof}: after an erasure, late and replayed events and the restore of an older database, the
 * bytes of every place are searched once, and nothing tells of the person; somebody who stays is found.
 */
class ErasureProofIT {
    @Test
    void nothingIsLeftOfAnErasedPerson() {
        Layout layout =
                new Layout(Path.of("..").toAbsolutePath().normalize(), Path.of("target/proof"), new PortPlan(27280));

        ProofReport report = new ErasureProof(layout, new Progress(System.out), true).run();

        assertThat(report.remarks()).isEmpty();
    }
}
