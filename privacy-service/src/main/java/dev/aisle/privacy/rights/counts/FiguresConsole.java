package dev.aisle.privacy.rights.counts;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.ChartData;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.console.Words;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.shared.edge.PrivacyTabs;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Page;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Tab;
import dev.aisle.privacy.shared.people.CountsConfig;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How many said what, by purpose and over days. */
@Path("/console/privacy/consents")
@RunOnVirtualThread
@RolesAllowed(Role.PRIVACY_OFFICER)
@Changes("figures")
public class FiguresConsole {
    private static final int DAYS = 90;

    private final Console console;
    private final PrivacyTabs tabs;
    private final TakeFigures takeFigures;
    private final CountsConfig config;

    FiguresConsole(Console console, PrivacyTabs tabs, TakeFigures takeFigures, CountsConfig config) {
        this.console = console;
        this.tabs = tabs;
        this.takeFigures = takeFigures;
        this.config = config;
    }

    /** A purpose and the newest figures, in the order of the statuses; {@code null}: too few. */
    record Row(String purpose, List<@Nullable Long> people) {
        public String purposeKey() {
            return "privacy_purpose_" + purpose;
        }

        /** The share of yes among yes and no; {@code null} unless both may be told: what is withheld is not nothing. */
        public @Nullable Double share() {
            Long yes = people.get(TakeFigures.STATUSES.indexOf("grant"));
            Long no = people.get(TakeFigures.STATUSES.indexOf("deny"));
            return yes == null || no == null || yes + no == 0 ? null : (double) yes / (double) (yes + no);
        }
    }

    /** A day of the chosen purpose. */
    record Day(Instant at, List<@Nullable Long> people) {}

    /** All of it. */
    record Figures(
            List<Row> rows,
            List<String> statusKeys,
            String purpose,
            List<Day> days,
            @Nullable String chart,
            @Nullable Instant taken,
            int k) {
        public String purposeKey() {
            return "privacy_purpose_" + purpose;
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance figures(List<Tab> tabs, Figures figures);
    }

    @GET
    public Response figures(@RestQuery @Nullable String purpose) {
        List<ConsentFigure> all = takeFigures.since(since());
        String chosen = Optional.ofNullable(purpose)
                .flatMap(Purpose::ofWireName)
                .filter(TakeFigures.purposes()::contains)
                .orElse(Purpose.PERSONALIZATION)
                .wireName();
        List<LocalDate> days =
                all.stream().map(ConsentFigure::day).distinct().sorted().toList();
        List<Day> ofChosen = days.stream()
                .map(day -> new Day(day.atStartOfDay(ZoneOffset.UTC).toInstant(), people(all, day, chosen)))
                .toList();
        List<Row> rows = days.isEmpty()
                ? List.of()
                : TakeFigures.purposes().stream()
                        .map(one -> new Row(one.wireName(), people(all, days.getLast(), one.wireName())))
                        .toList();
        Figures figures = new Figures(
                rows,
                TakeFigures.STATUSES.stream()
                        .map(status -> "privacy_status_" + status)
                        .toList(),
                chosen,
                ofChosen.reversed(),
                days.size() < 2 ? null : chart(days, ofChosen, console.words()),
                takeFigures.lastTaken().orElse(null),
                config.k());
        return console.page("privacy_figures_title", Templates.figures(tabs.at(Page.CONSENTS), figures));
    }

    private static LocalDate since() {
        return Instant.now().atZone(ZoneOffset.UTC).toLocalDate().minusDays(DAYS);
    }

    private static List<@Nullable Long> people(List<ConsentFigure> all, LocalDate day, String purpose) {
        List<@Nullable Long> people = new ArrayList<>();
        for (String status : TakeFigures.STATUSES) {
            people.add(all.stream()
                    .filter(figure -> figure.day().equals(day)
                            && figure.purpose().equals(purpose)
                            && figure.status().equals(status))
                    .findFirst()
                    .map(ConsentFigure::people)
                    .orElse(null));
        }
        return people;
    }

    private static String chart(List<LocalDate> days, List<Day> figures, Words words) {
        ChartData chart = ChartData.byDay(days);
        for (int i = 0; i < TakeFigures.STATUSES.size(); i++) {
            List<@Nullable Long> line = new ArrayList<>();
            for (Day day : figures) {
                line.add(day.people().get(i));
            }
            chart.line(words.say("privacy_status_" + TakeFigures.STATUSES.get(i)), line);
        }
        return chart.json();
    }

    /** Takes the figures of this moment. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take() {
        takeFigures.take();
        return console.goTo(Page.CONSENTS.path(), "privacy_figures_taken");
    }

    /** All figures as a file; an empty cell is withheld. */
    @GET
    @Path("/figures.csv")
    public Response csv() {
        Csv csv = Csv.of("day", "purpose", "status", "people");
        takeFigures
                .since(since())
                .forEach(figure -> csv.row(figure.day(), figure.purpose(), figure.status(), figure.people()));
        return csv.download("consents");
    }
}
