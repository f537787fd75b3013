package dev.aisle.campaign.results.reports;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.usecase.OverlookCampaigns;
import dev.aisle.campaign.campaigns.usecase.OverlookCampaigns.Overlooked;
import dev.aisle.campaign.results.effects.Effect;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What campaigns bring, side by side: the effect of each with its interval, what it cost, and how its variations are given. */
@Path("/console/campaigns/results")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class ResultsConsole {
    private static final int PAGE = 25;

    private final Console console;
    private final OverlookCampaigns overlookCampaigns;
    private final ReadReport readReport;
    private final InstantSource clock;

    ResultsConsole(Console console, OverlookCampaigns overlookCampaigns, ReadReport readReport, InstantSource clock) {
        this.console = console;
        this.overlookCampaigns = overlookCampaigns;
        this.readReport = readReport;
        this.clock = clock;
    }

    /**
     * A campaign.
     *
     * @param given how its variations are given: the key of a word
     * @param conversion more people of a hundred who order; {@code null} where it can't be told
     * @param revenue in words; empty where it can't be told
     */
    record Row(
            String id,
            String name,
            String stateKey,
            String given,
            @Nullable Estimate conversion,
            String revenue,
            String cost) {
        /** What can be said of the effect: the key of a word. */
        public String says() {
            Estimate one = conversion;
            if (one == null) {
                return "campaigns_says_nothing";
            }
            return one.low() > 0
                    ? "campaigns_says_more"
                    : one.high() < 0 ? "campaigns_says_fewer" : "campaigns_says_open";
        }

        public String tone() {
            Estimate one = conversion;
            return one == null || (one.low() <= 0 && one.high() >= 0) ? "" : one.low() > 0 ? "good" : "bad";
        }
    }

    /** The page. */
    record Shown(
            List<Row> rows,
            @Nullable String previous,
            @Nullable String next) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance results(Shown shown);
    }

    @GET
    public Response results(@RestQuery @Nullable Integer page) {
        List<Overlooked> begun = begun();
        int at = page == null ? 0 : Math.clamp(page, 0, begun.size() / PAGE);
        return console.page(
                "campaigns_results",
                Templates.results(new Shown(
                        begun.stream()
                                .skip((long) at * PAGE)
                                .limit(PAGE)
                                .map(one -> row(one, ReportSentences::money))
                                .toList(),
                        at == 0 ? null : "?page=" + (at - 1),
                        (at + 1) * PAGE < begun.size() ? "?page=" + (at + 1) : null)));
    }

    /** All of them as a file. */
    @GET
    @Path("/csv")
    public Response csv() {
        Csv csv = Csv.of("campaign", "given", "more_of_a_hundred", "low", "high", "revenue", "cost");
        begun().stream().map(one -> row(one, ReportSentences::plainMoney)).forEach(row -> {
            Estimate one = row.conversion();
            csv.row(
                    row.id(),
                    row.given().replace("campaigns_given_", ""),
                    one == null ? null : Double.valueOf(one.value()),
                    one == null ? null : Double.valueOf(one.low()),
                    one == null ? null : Double.valueOf(one.high()),
                    row.revenue(),
                    row.cost());
        });
        return csv.download("campaigns-results");
    }

    /** Of a draft there is no result. */
    private List<Overlooked> begun() {
        return overlookCampaigns.all().stream()
                .filter(one -> one.seen().life().running() != null)
                .toList();
    }

    private Row row(Overlooked one, BiFunction<ReportSentences, Double, String> money) {
        String id = one.seen().life().id();
        Report report = readReport.inList(id).orElse(null);
        Effect effect = report == null ? null : report.effect().orElse(null);
        ReportSentences words = new ReportSentences(console.words(), report == null ? "" : report.currency());
        return new Row(
                id,
                one.seen().shown().definition().path("name").asText(),
                "campaigns_state_" + one.seen().state(clock.instant()),
                given(one.definition()),
                effect == null ? null : effect.conversion(),
                effect == null ? "" : money.apply(words, effect.revenue().value()),
                report == null
                        ? ""
                        : report.cost()
                                .map(cost -> money.apply(words, cost.total()))
                                .orElse(""));
    }

    private static String given(@Nullable Definition definition) {
        if (definition != null && definition.bandit() != null) {
            return "campaigns_given_learns";
        }
        return definition != null && definition.allocated() ? "campaigns_given_allocated" : "campaigns_given_chance";
    }
}
