package dev.aisle.local.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttackCatalogueTest {
    private static final Path PAGE = Path.of("../../docs/security/attacks.md");

    @Test
    void everyAttackHasANameOfItsOwnAndAPromiseThatIsASentence() {
        List<Attack> all = AttackCatalogue.all();

        assertThat(all).extracting(Attack::name).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9-]+"));
        assertThat(all).extracting(Attack::promise).allMatch(promise -> promise.matches("[A-Z].{20,}[^.]"));
    }

    @Test
    void thePageListsEveryAttackInTheirOrder() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `") && !line.startsWith("| `--"))
                .toList();

        assertThat(rows)
                .isEqualTo(AttackCatalogue.all().stream()
                        .map(attack -> "| `" + attack.name() + "` | " + attack.promise() + " |")
                        .toList());
    }

    @Test
    void anAttemptThatCannotBeMadeShowsNothing() {
        var broken = new Attack("none", "Nothing is shown by an attempt that fails", target -> {
            throw new IllegalStateException("no stack");
        });

        assertThat(AttackRun.attempt(
                                broken,
                                new Target(new Layout(Path.of("."), Path.of("target/none"), new PortPlan(31_080))))
                        .held())
                .isFalse();
    }
}
