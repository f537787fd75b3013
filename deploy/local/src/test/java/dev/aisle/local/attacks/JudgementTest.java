package dev.aisle.local.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Attacks must see a breach when there is one: each judgement, with a breach that is planted. */
class JudgementTest {
    private static final int MOMENTS = 24;

    @Test
    void anExactNumberIsTheCounterExample() {
        AttackResult result = watched(person -> 80 + person, person -> 12);

        assertThat(result.held()).isFalse();
        assertThat(result.seen()).startsWith("feedback: 1 numbers, e.g. feedback/people changes in 24 of 24 moments");
    }

    @Test
    void aNumberThatStaysAndOnesThatAlwaysMoveTellNothing() {
        Random noise = new Random(1);

        assertThat(watched(person -> 85, person -> noise.nextInt()).held()).isTrue();
    }

    @Test
    void theNumberOfFewPeopleIsTheCounterExample() {
        assertThat(NumberAttacks.shownOf(13, Map.of("report/arms/0/people", "13", "report/k", "20"))
                        .seen())
                .isEqualTo("report/arms/0/people is 13");
        assertThat(NumberAttacks.shownOf(13, Map.of("report/k", "20")).held()).isTrue();
    }

    @Test
    void fewNumbersShowNothing() {
        assertThat(new NumberWatch().judged().held()).isFalse();
    }

    private interface Published {
        int of(int people);
    }

    /** One number follows how many people have acted, one is anything; nine stay. */
    private static AttackResult watched(Published people, Published other) {
        NumberWatch watch = new NumberWatch();
        Random coin = new Random(MOMENTS);
        int acted = 0;
        for (int i = 0; i < MOMENTS; i++) {
            boolean acts = coin.nextBoolean();
            Map<String, String> before = numbers(people.of(acted), other.of(acted));
            acted += acts ? 1 : 0;
            watch.add(before, numbers(people.of(acted), other.of(acted)), acts);
        }
        return watch.judged();
    }

    private static Map<String, String> numbers(int people, int other) {
        Map<String, String> numbers = new HashMap<>();
        for (int i = 0; i < 9; i++) {
            numbers.put("still/" + i, "1");
        }
        numbers.put("feedback/people", Integer.toString(people));
        numbers.put("feedback/clock", Integer.toString(other));
        return numbers;
    }

    @Test
    void aTableThatNamesThePersonAndIsNotInTheArchiveIsTheCounterExample() {
        Map<String, String> archive = Map.of(
                "csv/profile-service/profile.csv",
                "pseudonym\r\np1\r\n",
                "csv/profile-service/events.csv",
                "pseudonym\r\n");

        List<String> missing = ExportAttacks.missing(
                Set.of(
                        "profile-service.person",
                        "profile-service.person_events",
                        "profile-service.hidden",
                        "profile-service.browser"),
                archive);

        assertThat(missing)
                .containsExactlyInAnyOrder(
                        "profile-service.person_events names the person, and csv/profile-service/events.csv has no row",
                        "profile-service.hidden names the person and stands in no data map");
    }

    @Test
    void anIdentifierOnDiskAndASearchThatSeesNothingAreCounterExamples() {
        String table = "PostgreSQL, data files: \"p1\", 3 times";
        String topic = "Kafka, segments: \"p1\", 1 times";
        String leak = "Kafka, segments: \"anna@mail.example\", 1 times, e.g. kafka/x.log";

        assertThat(RestAttacks.judged(Set.of("anna@mail.example"), "p1", List.of(table, topic))
                        .held())
                .isTrue();
        assertThat(RestAttacks.judged(Set.of("anna@mail.example"), "p1", List.of(table, topic, leak))
                        .seen())
                .isEqualTo(leak);
        assertThat(RestAttacks.judged(Set.of("anna@mail.example"), "p1", List.of(table))
                        .seen())
                .contains("blind", "Kafka");
    }

    @Test
    void markupIsFoundInAPageAndPassedOverWhereItIsEscapedOrNoPage() {
        String markup = "<p>Hello <img src=x onerror=alert(1)>!";

        assertThat(ScriptAttacks.isUnescaped("text/html;charset=UTF-8", markup)).isTrue();
        assertThat(ScriptAttacks.isUnescaped("text/html", markup.replace("<", "&lt;")))
                .isFalse();
        assertThat(ScriptAttacks.isUnescaped("application/problem+json", markup))
                .isFalse();
    }

    @Test
    void aCallThatFailsInsideOrSucceedsIsNotRefused() {
        assertThat(Stream.of(
                                Status.OK,
                                Status.UNKNOWN.withDescription("select password"),
                                Status.INTERNAL.withDescription("Half-closed without a request"),
                                Status.INVALID_ARGUMENT)
                        .filter(GrpcInputAttacks::isRefused))
                .isEmpty();
        assertThat(GrpcInputAttacks.isRefused(Status.INVALID_ARGUMENT.withDescription("size: at least 1")))
                .isTrue();
    }
}
