package dev.aisle.local.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.local.attacks.AttackRun.Sum;
import dev.aisle.local.client.Reply;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttackCatalogueTest {
    private static final Path PAGE = Path.of("../../docs/security/attacks.md");
    private static final Target NOWHERE =
            new Target(new Layout(Path.of("."), Path.of("target/none"), new PortPlan(31_080)));

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
    void onlyTakesSeveralNamesAndHintsAtEachThatIsMisspelt() {
        List<Attack> all = AttackCatalogue.all();

        assertThat(ChosenAttacks.of(all, "nul-in-path, digest-of-anybody"))
                .extracting(Attack::name)
                .containsExactly("digest-of-anybody", "nul-in-path");
        assertThatThrownBy(() -> ChosenAttacks.of(all, "nul-in-path,digest-of-anyone,slow-header"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("\"digest-of-anyone\": did you mean digest-of-anybody?")
                .hasMessageContaining("\"slow-header\": did you mean slow-headers?");
    }

    @Test
    void everyAttackIsMadeOnceAndThoseThatDisturbOthersComeLast() {
        List<String> made = Collections.synchronizedList(new ArrayList<>());
        List<Attack> attacks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String name = i % 5 == 0 ? "last-" + i : "early-" + i;
            attacks.add(new Attack(
                    name,
                    "The promise of " + name,
                    i % 5 == 0 ? Attack.Order.ALONE_AT_THE_END : Attack.Order.BESIDE_OTHERS,
                    target -> {
                        made.add(name);
                        return name.equals("early-7") ? AttackResult.broken("seen") : AttackResult.held("tried");
                    }));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Sum sum = new AttackRun(NOWHERE, new Progress(new PrintStream(out, true, StandardCharsets.UTF_8))).run(attacks);

        assertThat(sum.notTried()).isEmpty();
        assertThat(sum.broken())
                .singleElement()
                .asString()
                .startsWith("early-7: The promise of early-7")
                .endsWith("seen");
        assertThat(made).hasSize(20);
        assertThat(made.subList(16, 20)).containsExactly("last-0", "last-5", "last-10", "last-15");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("19 of 20 promises held", "BROKEN    early-7", "counter-example: seen", "(20 of 20, ");
    }

    @Test
    void whatThisStackCannotShowIsCountedApartWithTheReason() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Attack> attacks = List.of(
                new Attack("holds", "The promise that holds", target -> AttackResult.held("tried")),
                new Attack(
                        "kept",
                        "The promise with a term",
                        target -> WithdrawnAttacks.notWithin(Duration.ofDays(30).plusHours(1))));

        Sum sum = new AttackRun(NOWHERE, new Progress(new PrintStream(out, true, StandardCharsets.UTF_8))).run(attacks);

        assertThat(sum.broken()).isEmpty();
        assertThat(sum.held()).isEqualTo(1);
        assertThat(sum.notTried()).singleElement().asString().contains("kept: The promise with a term", "30 d 1 h");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("1 of 2 promises held, 1 not tried, in ", "not tried kept", "why: on this stack");
    }

    @Test
    void theTermOfAStackIsWhatTheAnswerToAWithdrawalSays() {
        Instant now = Instant.parse("2026-12-01T00:00:00Z");
        String body = """
                {"stays": [
                    {"service": "profile-service", "why": "term", "until": "2027-01-01T00:00:00Z"},
                    {"service": "privacy-service", "why": "necessary"}]}
                """;

        assertThat(WithdrawnAttacks.term(new Reply(200, body, Optional.empty(), Duration.ZERO), now))
                .isEqualTo(Duration.ofDays(30));
    }

    @Test
    void anAttemptThatCannotBeMadeShowsNothing() {
        var broken = new Attack("none", "Nothing is shown by an attempt that fails", target -> {
            throw new IllegalStateException("no stack");
        });

        assertThat(AttackRun.attempt(broken, NOWHERE).held()).isFalse();
    }
}
