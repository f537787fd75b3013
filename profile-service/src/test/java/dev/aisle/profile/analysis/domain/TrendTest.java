package dev.aisle.profile.analysis.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import dev.aisle.profile.analysis.domain.disclosure.Withheld;
import dev.aisle.profile.analysis.domain.trend.AnomalyChart;
import dev.aisle.profile.analysis.domain.trend.ForecastChart;
import dev.aisle.profile.analysis.domain.trend.Measure;
import dev.aisle.profile.analysis.domain.trend.TrendChart;
import dev.aisle.profile.analysis.domain.trend.TrendQuestion;
import dev.aisle.profile.analysis.domain.trend.TrendQuestion.Use;
import dev.aisle.profile.analysis.domain.trend.TrendTally;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final Instant START = Instant.parse("2026-10-24T12:00:00Z");
    private static final Instant LATER = Instant.parse("2027-06-01T00:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Provide
    Arbitrary<List<PersonEvents>> crowd() {
        return People.crowd(START, 60);
    }

    private static TrendQuestion question(String from, String until, ZoneId zone, Use use, List<String> categories) {
        return new TrendQuestion(
                new Days(LocalDate.parse(from), LocalDate.parse(until), zone),
                Granularity.DAY,
                categories,
                List.of(Measure.values()),
                use,
                use == Use.FORECASTS ? 7 : 0);
    }

    private static Chart chart(TrendQuestion question, List<PersonEvents> crowd, int doublings) {
        TrendTally tally = People.manyTimes(question, crowd, doublings);
        return question.answer(tally, People.withoutNoise(question), LATER);
    }

    private static Figure figure(TrendChart chart, String category, Measure measure, String day) {
        int place = chart.spans().indexOf(LocalDate.parse(day));
        return chart.series().stream()
                .filter(line -> line.category().equals(category) && line.measure() == measure)
                .findFirst()
                .orElseThrow()
                .figures()
                .get(place);
    }

    @Property(tries = 100)
    void theNumbersOfADayAreThoseOfItsEvents(@ForAll("crowd") List<PersonEvents> crowd) {
        TrendQuestion question =
                question("2026-10-24", "2026-10-28", BERLIN, Use.TRENDS, List.of("tea", "ice", "(all)"));

        TrendChart chart = (TrendChart) chart(question, crowd, 14);

        for (LocalDate day : chart.spans()) {
            for (String category : List.of("tea", "(all)")) {
                List<PersonEvent> views = events(crowd, EventType.PRODUCT_VIEW, day, category);
                Figure viewed = figure(chart, category, Measure.VIEWS, day.toString());
                long viewers = crowd.stream()
                        .filter(person -> !events(List.of(person), EventType.PRODUCT_VIEW, day, category)
                                .isEmpty())
                        .count();
                if (viewed.value() != null) {
                    // Who views far more than others is clipped, and of who views more than two categories two count.
                    assertThat(viewed.value() / 16_384)
                            .isBetween(category.equals("tea") ? 0 : viewers - 0.1, views.size() + 0.1);
                }
                long buyers = crowd.stream()
                        .filter(person -> !events(List.of(person), EventType.PURCHASE, day, category)
                                .isEmpty())
                        .count();
                Figure bought = figure(chart, category, Measure.PURCHASES, day.toString());
                assertThat(buyers > 0 || !bought.isTold()).isTrue();
                assertThat(bought.isTold() || buyers == 0 || category.equals("tea"))
                        .isTrue();
            }
        }
    }

    private static List<PersonEvent> events(List<PersonEvents> crowd, EventType type, LocalDate day, String category) {
        return crowd.stream()
                .flatMap(person -> person.list().stream())
                .filter(event -> event.type() == type)
                .filter(event -> event.at().atZone(BERLIN).toLocalDate().equals(day))
                .filter(event -> category.equals("(all)")
                        || event.items().stream()
                                .anyMatch(item -> item.category().equals(category)))
                .toList();
    }

    @Property(tries = 100)
    void talliesOfPartsJoinToTheTallyOfAll(@ForAll("crowd") List<PersonEvents> crowd) {
        TrendQuestion question = question("2026-10-24", "2026-10-28", BERLIN, Use.TRENDS, List.of());
        TrendTally second = question.begin();
        TrendTally first = question.begin();
        int half = crowd.size() / 2;
        crowd.subList(0, half).forEach(first::add);
        crowd.subList(half, crowd.size()).forEach(second::add);

        second.join(first);

        assertThat(question.answer(second, People.withoutNoise(question), LATER))
                .isEqualTo(chart(question, crowd, 0));
    }

    @Property(tries = 100)
    void aTallyThatIsWrittenAndReadAgainTellsTheSame(@ForAll("crowd") List<PersonEvents> crowd) throws IOException {
        TrendQuestion question = question("2026-10-24", "2026-10-28", BERLIN, Use.TRENDS, List.of());
        TrendTally tally = question.begin();
        crowd.forEach(tally::add);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tally.write(new DataOutputStream(bytes));

        TrendTally read = question.begin();
        read.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(question.answer(read, People.withoutNoise(question), LATER)).isEqualTo(chart(question, crowd, 0));
    }

    @Test
    void aCategoryOfFewHasNoSeriesAndAskedForByNameNoNumbers() {
        List<PersonEvents> crowd = new ArrayList<>();
        Instant at = Instant.parse("2026-10-25T10:00:00Z");
        for (int i = 0; i < 3_000; i++) {
            crowd.add(People.of(People.purchase(at, i < 10 ? "jam" : "tea", 300)));
        }

        TrendChart all =
                (TrendChart) chart(question("2026-10-25", "2026-10-26", BERLIN, Use.TRENDS, List.of()), crowd, 0);
        TrendChart named =
                (TrendChart) chart(question("2026-10-25", "2026-10-26", BERLIN, Use.TRENDS, List.of("jam")), crowd, 0);

        assertThat(all.series().stream().map(TrendChart.Line::category).distinct())
                .containsExactly("(all)", "tea");
        assertThat(figure(named, "jam", Measure.PEOPLE, "2026-10-25").withheld())
                .isEqualTo(Withheld.FEWER_THAN_K);
    }

    @Test
    void ofOnePersonOnlySoManyDaysAndCategoriesCountAndOneDayMoreMovesAtMostOneOut() {
        TrendQuestion question = question("2026-10-01", "2026-10-31", BERLIN, Use.TRENDS, List.of("tea", "(all)"));
        List<PersonEvent> events = new ArrayList<>();
        Set<LocalDate> before = Set.of();
        for (int day = 1; day <= 20; day++) {
            events.add(People.purchase(Instant.parse("2026-10-01T10:00:00Z").plus(Duration.ofDays(day)), "tea", 300));

            TrendChart chart = (TrendChart) chart(question, List.of(PersonEvents.of(events)), 14);

            Set<LocalDate> days = chart.spans().stream()
                    .filter(one -> figure(chart, "tea", Measure.PURCHASES, one.toString())
                            .isTold())
                    .collect(Collectors.toSet());
            assertThat(days).hasSize(Math.min(day, 5));
            Set<LocalDate> movedOut = new HashSet<>(before);
            movedOut.removeAll(days);
            assertThat(movedOut).hasSizeLessThanOrEqualTo(1);
            before = days;
        }
    }

    @Test
    void manyWhoLookSayNothingOfTheFewWhoBuy() {
        List<PersonEvents> crowd = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            PersonEvent view = People.event(EventType.PRODUCT_VIEW, "2026-10-25T10:00:00Z", "tea");
            crowd.add(
                    i < 5
                            ? People.of(view, People.purchase(Instant.parse("2026-10-25T10:05:00Z"), "tea", 999))
                            : People.of(view));
        }

        TrendChart chart =
                (TrendChart) chart(question("2026-10-25", "2026-10-26", BERLIN, Use.TRENDS, List.of()), crowd, 0);

        assertThat(figure(chart, "tea", Measure.VIEWS, "2026-10-25").value()).isEqualTo(6_000);
        assertThat(figure(chart, "tea", Measure.REVENUE, "2026-10-25").withheld())
                .isEqualTo(Withheld.FEWER_THAN_K);
    }

    @Test
    void aDayOfTwentyFiveHoursIsOneNumber() {
        List<PersonEvents> crowd = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            crowd.add(People.of(
                    People.event(EventType.PRODUCT_VIEW, "2026-10-24T22:00:00Z", "tea"),
                    People.event(EventType.PRODUCT_VIEW, "2026-10-25T22:59:59Z", "tea"),
                    People.event(EventType.PRODUCT_VIEW, "2026-10-25T23:00:00Z", "tea")));
        }

        TrendChart chart =
                (TrendChart) chart(question("2026-10-25", "2026-10-27", BERLIN, Use.TRENDS, List.of()), crowd, 7);

        assertThat(figure(chart, "tea", Measure.VIEWS, "2026-10-25").value()).isEqualTo(80 * 128);
        assertThat(figure(chart, "tea", Measure.VIEWS, "2026-10-26").value()).isEqualTo(40 * 128);
    }

    /** Ten weeks of a shop that sells twice as much on Sundays; on one Wednesday thrice as many people come. */
    private static List<PersonEvents> tenWeeks(LocalDate start, int special) {
        List<PersonEvents> crowd = new ArrayList<>();
        for (int day = 0; day < 70; day++) {
            int people = (start.plusDays(day).getDayOfWeek().getValue() == 7 ? 80 : 40) * (day == special ? 3 : 1);
            Instant at = start.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
            for (int i = 0; i < people; i++) {
                crowd.add(People.of(
                        People.event(EventType.PRODUCT_VIEW, at, 1, "tea"),
                        People.purchase(at.plusSeconds(60), "tea", 300)));
            }
        }
        return crowd;
    }

    @Test
    void trendSeasonAndRemainderAddUpToWhatIsTold() {
        TrendQuestion question = question("2026-08-31", "2026-11-09", ZoneOffset.UTC, Use.TRENDS, List.of("tea"));

        TrendChart chart = (TrendChart) chart(question, tenWeeks(LocalDate.parse("2026-08-31"), -1), 7);

        TrendChart.Line views = chart.series().stream()
                .filter(line -> line.measure() == Measure.VIEWS)
                .findFirst()
                .orElseThrow();
        TrendChart.Parts parts = views.parts();
        assertThat(parts).isNotNull();
        assertThat(parts.seasons()).extracting(TrendChart.Season::length).containsExactly(7);
        assertThat(parts.seasons().getFirst().strength()).isGreaterThan(.9);
        for (int i = 0; i < 70; i++) {
            double sum = parts.trend().get(i)
                    + parts.seasons().getFirst().values().get(i)
                    + parts.remainder().get(i);
            assertThat(views.figures().get(i).value()).isCloseTo(sum, offset(1e-6));
        }
    }

    @Test
    void aForecastHasTheWeekInIt() {
        TrendQuestion question = question("2026-08-31", "2026-11-09", ZoneOffset.UTC, Use.FORECASTS, List.of("tea"));

        ForecastChart chart = (ForecastChart) chart(question, tenWeeks(LocalDate.parse("2026-08-31"), -1), 7);

        ForecastChart.Line views = chart.series().stream()
                .filter(line -> line.measure() == Measure.VIEWS)
                .findFirst()
                .orElseThrow();
        assertThat(views.ahead()).hasSize(7);
        assertThat(views.ahead().getFirst().start()).isEqualTo("2026-11-09");
        for (ForecastChart.Step step : views.ahead()) {
            double expected = 128 * (step.start().getDayOfWeek().getValue() == 7 ? 80 : 40);
            assertThat(step.expected()).isBetween(.9 * expected, 1.1 * expected);
        }
        assertThat(views.method()).isNotEmpty();
    }

    @Test
    void ofTooShortASeriesNothingIsForecastAndTheReasonIsGiven() {
        TrendQuestion question = question("2026-08-31", "2026-09-05", ZoneOffset.UTC, Use.FORECASTS, List.of("tea"));

        ForecastChart chart = (ForecastChart) chart(question, tenWeeks(LocalDate.parse("2026-08-31"), -1), 7);

        assertThat(chart.series()).allSatisfy(line -> {
            assertThat(line.ahead()).isEmpty();
            assertThat(line.because()).contains("needs 14 told numbers");
        });
    }

    @Test
    void anUnusualDayIsFoundAndItsReasonIsThatMorePeopleCame() {
        TrendQuestion question = question("2026-08-31", "2026-11-09", ZoneOffset.UTC, Use.ANOMALIES, List.of("tea"));

        AnomalyChart chart = (AnomalyChart) chart(question, tenWeeks(LocalDate.parse("2026-08-31"), 37), 7);

        AnomalyChart.Unusual revenue = chart.unusual().stream()
                .filter(one -> one.measure() == Measure.REVENUE)
                .findFirst()
                .orElseThrow();
        assertThat(revenue.span()).isEqualTo("2026-10-07");
        assertThat(revenue.score()).isGreaterThan(3.5);
        assertThat(revenue.reason().driver()).isEqualTo("people");
        assertThat(revenue.reason().times()).isBetween(2.5, 3.5);
        assertThat(chart.unusual()).allMatch(one -> one.span().equals(LocalDate.parse("2026-10-07")));
    }
}
