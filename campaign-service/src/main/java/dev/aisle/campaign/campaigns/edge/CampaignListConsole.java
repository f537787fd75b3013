package dev.aisle.campaign.campaigns.edge;

import dev.aisle.campaign.campaigns.domain.Schedule;
import dev.aisle.campaign.campaigns.usecase.OverlookCampaigns;
import dev.aisle.campaign.campaigns.usecase.OverlookCampaigns.Overlooked;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Words;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** All campaigns for the marketer: as a list, by their days, and by their money. */
@Path("/console/campaigns")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class CampaignListConsole {
    private static final int PAGE = 50;
    private static final int MOST_LETTERS = 100;
    private static final List<String> STATES = List.of("running", "in_review", "draft", "paused", "ended");

    private final Console console;
    private final OverlookCampaigns overlookCampaigns;
    private final InstantSource clock;

    CampaignListConsole(Console console, OverlookCampaigns overlookCampaigns, InstantSource clock) {
        this.console = console;
        this.overlookCampaigns = overlookCampaigns;
        this.clock = clock;
    }

    /** How many there are of a state. */
    record StateCount(String state, long number, boolean chosen) {
        public String key() {
            return CampaignRow.stateKey(state);
        }
    }

    /**
     * The list.
     *
     * @param known how many campaigns there are at all
     * @param wanted the words that were searched for
     * @param previous the address of the page before; {@code null} where there is none
     */
    record Listed(
            List<CampaignRow> rows,
            List<StateCount> states,
            int known,
            String state,
            String wanted,
            @Nullable String previous,
            @Nullable String next) {}

    /**
     * A campaign in a month.
     *
     * @param days of the month, in order
     */
    record MonthRow(
            CampaignRow row,
            List<Day> days,
            @Nullable Instant start,
            @Nullable Instant end) {}

    /** A day of the month, and whether the campaign works on it. */
    record Day(int number, boolean works, boolean today) {}

    /** A month. */
    record Month(YearMonth month, String name, List<Day> days, List<MonthRow> rows) {
        public String before() {
            return "?month=" + month.minusMonths(1);
        }

        public String after() {
            return "?month=" + month.plusMonths(1);
        }

        public int columns() {
            return days.size() + 1;
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(Listed listed);

        static native TemplateInstance calendar(Month month);

        static native TemplateInstance budgets(List<CampaignRow> rows);
    }

    @GET
    public Response list(
            @RestQuery @Nullable String state, @RestQuery @Nullable String q, @RestQuery @Nullable Integer page) {
        String wanted = q == null
                ? ""
                : q.strip().substring(0, Math.min(MOST_LETTERS, q.strip().length()));
        String chosen = state != null && STATES.contains(state) ? state : "";
        List<CampaignRow> all = rows().stream()
                .filter(row -> matches(row, wanted.toLowerCase(Locale.ROOT)))
                .toList();
        Map<String, Long> counts =
                all.stream().collect(Collectors.groupingBy(CampaignRow::state, Collectors.counting()));
        List<CampaignRow> found = all.stream()
                .filter(row -> chosen.isEmpty() || row.state().equals(chosen))
                .toList();
        int at = page == null ? 0 : Math.clamp(page, 0, found.size() / PAGE);
        String here = "?state=" + chosen + "&q=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        return console.page(
                "campaigns_title",
                Templates.list(new Listed(
                        found.stream().skip((long) at * PAGE).limit(PAGE).toList(),
                        STATES.stream()
                                .map(one -> new StateCount(one, counts.getOrDefault(one, 0L), one.equals(chosen)))
                                .toList(),
                        all.size(),
                        chosen,
                        wanted,
                        at == 0 ? null : here + "&page=" + (at - 1),
                        (at + 1) * PAGE < found.size() ? here + "&page=" + (at + 1) : null)));
    }

    @GET
    @Path("/budgets")
    public Response budgets() {
        return console.page(
                "campaigns_budgets",
                Templates.budgets(
                        rows().stream().filter(row -> row.spending() != null).toList()));
    }

    @GET
    @Path("/calendar")
    public Response calendar(@RestQuery("month") @Nullable String wanted) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        YearMonth month = month(wanted, today);
        Words words = console.words();
        List<MonthRow> rows = new ArrayList<>();
        for (Overlooked one : overlookCampaigns.all()) {
            CampaignRow row = CampaignRow.of(one, words, clock.instant());
            boolean works = row.state().equals("running") || row.state().equals("in_review");
            if (one.definition() != null && works) {
                Schedule schedule = one.definition().campaign().schedule();
                List<Day> days = days(month, today, schedule);
                if (days.stream().anyMatch(Day::works)) {
                    rows.add(new MonthRow(row, days, schedule.start(), schedule.end()));
                }
            }
        }
        String name = month.format(DateTimeFormatter.ofPattern(
                words.say("campaigns_month_form"), words.language().locale()));
        return console.page(
                "campaigns_calendar",
                Templates.calendar(new Month(month, name, days(month, today, Schedule.ALWAYS), rows)));
    }

    private List<CampaignRow> rows() {
        Words words = console.words();
        Instant now = clock.instant();
        return overlookCampaigns.all().stream()
                .map(one -> CampaignRow.of(one, words, now))
                .toList();
    }

    private static boolean matches(CampaignRow row, String wanted) {
        return row.id().contains(wanted) || row.name().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static YearMonth month(@Nullable String wanted, LocalDate today) {
        try {
            YearMonth month = wanted == null ? YearMonth.from(today) : YearMonth.parse(wanted);
            return month.getYear() < 2000 || month.getYear() > 2100 ? YearMonth.from(today) : month;
        } catch (DateTimeException e) {
            return YearMonth.from(today);
        }
    }

    private static List<Day> days(YearMonth month, LocalDate today, Schedule schedule) {
        return IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(number -> {
                    Instant from =
                            month.atDay(number).atStartOfDay(ZoneOffset.UTC).toInstant();
                    Instant to = month.atDay(number)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
                    Schedule day = new Schedule(from, to, ZoneOffset.UTC, null, null);
                    return new Day(
                            number, schedule.meets(day), month.atDay(number).equals(today));
                })
                .toList();
    }
}
