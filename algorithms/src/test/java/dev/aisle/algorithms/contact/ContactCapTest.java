package dev.aisle.algorithms.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.contact.ContactPolicy.Contact;
import dev.aisle.algorithms.contact.ContactPolicy.Scope;
import dev.aisle.algorithms.contact.ContactPolicy.Scoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContactCapTest {
    private static final JsonNode VECTORS = Vectors.json("frequency_cap_vectors.json");
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    static Stream<JsonNode> rolling() {
        return stream(VECTORS.get("rolling"));
    }

    static Stream<JsonNode> calendarDays() {
        return stream(VECTORS.get("calendar_day"));
    }

    static Stream<JsonNode> hierarchies() {
        return stream(VECTORS.get("hierarchy"));
    }

    @ParameterizedTest
    @MethodSource("rolling")
    void theRollingWindowIsThatOfTheVectors(JsonNode vector) {
        ContactCap cap = new ContactCap.Rolling(
                vector.get("cap").intValue(),
                Duration.ofSeconds(vector.get("window_s").longValue()));
        Function<JsonNode, Instant> at = second -> Instant.ofEpochSecond(second.longValue());

        assertThat(cap.allows(
                        stream(vector.get("history")).map(at).toList(), at.apply(vector.get("now")), ZoneOffset.UTC))
                .isEqualTo(vector.get("allowed").booleanValue());
    }

    @ParameterizedTest
    @MethodSource("calendarDays")
    void aDayIsTheRecipientsAlsoWhenTheClockIsChanged(JsonNode vector) {
        ContactCap cap = new ContactCap.CalendarDays(vector.get("cap").intValue(), 1);
        Function<JsonNode, Instant> at =
                text -> OffsetDateTime.parse(text.textValue()).toInstant();

        assertThat(cap.allows(
                        stream(vector.get("history")).map(at).toList(),
                        at.apply(vector.get("now")),
                        ZoneId.of(vector.get("tz").textValue())))
                .isEqualTo(vector.get("allowed").booleanValue());
    }

    @ParameterizedTest
    @MethodSource("hierarchies")
    void allCapsMustAllowIt(JsonNode vector) {
        ContactPolicy policy = new ContactPolicy(List.of(
                new Scoped(Scope.PERSON, new ContactCap.Rolling(5, Duration.ofDays(1))),
                new Scoped(Scope.CHANNEL, new ContactCap.Rolling(2, Duration.ofDays(1))),
                new Scoped(Scope.CAMPAIGN, new ContactCap.Rolling(1, Duration.ofDays(7)))));
        List<Contact> sent = stream(vector.get("sent"))
                .map(one -> new Contact(
                        one.get(0).textValue(),
                        one.get(1).textValue(),
                        NOW.plusSeconds(one.get(2).longValue())))
                .toList();
        JsonNode wanted = vector.get("try_");

        assertThat(policy.reached(
                                sent,
                                new Contact(
                                        wanted.get(0).textValue(), wanted.get(1).textValue(), NOW),
                                ZoneOffset.UTC)
                        .isEmpty())
                .isEqualTo(vector.get("allowed").booleanValue());
    }

    @Test
    void withoutACapNothingIsLimitedAndACapOfNothingNeverAllows() {
        Contact wanted = new Contact("email", "a", NOW);

        assertThat(new ContactPolicy(List.of()).reached(List.of(wanted, wanted), wanted, ZoneOffset.UTC))
                .isEmpty();
        assertThat(new ContactCap.CalendarDays(0, 1).allows(List.of(), NOW, ZoneOffset.UTC))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // Clocks go forward at midnight: the day begins at 01:00.
        "Africa/Cairo, 2026-04-23T23:59:59+02:00, 2026-04-24T01:00:00+03:00, true",
        "Africa/Cairo, 2026-04-24T01:00:00+03:00, 2026-04-24T23:00:00+03:00, false",
        // A day of 25 hours.
        "Europe/Berlin, 2026-10-25T00:00:00+02:00, 2026-10-25T23:59:59+01:00, false",
        "Europe/Berlin, 2026-10-24T23:59:59+02:00, 2026-10-25T00:00:00+02:00, true",
        "Asia/Shanghai, 2026-11-25T23:59:59+08:00, 2026-11-26T00:00:00+08:00, true"
    })
    void daysBeginWhereTheZoneSaysSo(String zone, OffsetDateTime earlier, OffsetDateTime now, boolean allowed) {
        assertThat(new ContactCap.CalendarDays(1, 1)
                        .allows(List.of(earlier.toInstant()), now.toInstant(), ZoneId.of(zone)))
                .isEqualTo(allowed);
    }

    @Test
    void aWeekOfDaysCountsTodayAndSixBefore() {
        ContactCap week = new ContactCap.CalendarDays(1, 7);

        assertThat(week.allows(List.of(Instant.parse("2026-11-19T00:00:00Z")), NOW, ZoneOffset.UTC))
                .isFalse();
        assertThat(week.allows(List.of(Instant.parse("2026-11-18T23:59:59Z")), NOW, ZoneOffset.UTC))
                .isTrue();
    }

    @Test
    void capsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new ContactCap.Rolling(-1, Duration.ofDays(1))).hasMessageStartingWith("times:");
        assertThatThrownBy(() -> new ContactCap.Rolling(1, Duration.ZERO)).hasMessageStartingWith("window:");
        assertThatThrownBy(() -> new ContactCap.CalendarDays(1, 0)).hasMessageStartingWith("days:");
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
