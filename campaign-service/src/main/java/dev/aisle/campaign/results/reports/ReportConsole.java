package dev.aisle.campaign.results.reports;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.campaign.campaigns.edge.CampaignAnswers;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.results.effects.Arm;
import dev.aisle.campaign.results.effects.CountedContacts;
import dev.aisle.campaign.results.effects.Effect;
import dev.aisle.campaign.results.effects.EffectDay;
import dev.aisle.campaign.results.effects.Responses;
import dev.aisle.campaign.results.reports.ReportViews.ReportView;
import dev.aisle.platform.console.ChartData;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a campaign achieved against its comparison group: first in sentences, then in figures with their intervals. */
@Path("/console/campaigns/report/{id}")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class ReportConsole {
    private final Console console;
    private final ReadCampaigns readCampaigns;
    private final ReadReport readReport;

    ReportConsole(Console console, ReadCampaigns readCampaigns, ReadReport readReport) {
        this.console = console;
        this.readCampaigns = readCampaigns;
        this.readReport = readReport;
    }

    /** A figure with its interval, written; empty ends where there is none. */
    record Figure(String key, String value, String low, String high) {}

    /** An arm; {@code variation} is empty for the comparison group. */
    record ArmRow(String variation, long people, double conversion, String perPerson) {}

    /** A count by a word: messages by state, or what people said. */
    record Count(String key, long number) {}

    /** How the n-th contact was taken, by how many people. */
    record Nth(int number, long people, double rate) {}

    /** How people took it; shares of what nobody got are {@code null}. */
    record Taken(
            long reached,
            long contacts,
            long clicked,
            @Nullable Double clickRate,
            List<Count> delivery,
            List<Count> said,
            List<Nth> contactsInOrder) {}

    /** The page. */
    record Page(
            String id,
            String name,
            int version,
            int threshold,
            boolean told,
            @Nullable Instant countedAt,
            int left,
            List<String> sentences,
            List<Figure> figures,
            List<ArmRow> arms,
            @Nullable Taken taken,
            List<EffectDay> days,
            @Nullable String chart) {
        /** The days of the chart as a file. */
        public String daysAt() {
            return "/console/campaigns/report/" + id + "/days?version=" + version;
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance report(Page page);
    }

    @GET
    public Response report(@RestPath String id, @RestQuery @Nullable Integer version) {
        return read(id, version)
                .map(report -> console.page("campaigns_report", Templates.report(page(id, report))))
                .orElseGet(() -> Problems.notFound("campaign"));
    }

    /** The same figures as the API's CSV. */
    @GET
    @Path("/csv")
    public Response csv(@RestPath String id, @RestQuery @Nullable Integer version) {
        return read(id, version)
                .map(report -> Response.ok(ReportCsv.of(ReportView.of(report)), "text/csv; charset=utf-8")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + report.campaign() + "-" + report.version() + ".csv\"")
                        .build())
                .orElseGet(() -> Problems.notFound("campaign"));
    }

    /** How the effect on orders went, day by day. */
    @GET
    @Path("/days")
    public Response days(@RestPath String id, @RestQuery @Nullable Integer version) {
        return read(id, version)
                .map(report -> {
                    Csv csv = Csv.of("day", "people", "comparison_group", "more_of_a_hundred", "low", "high");
                    readReport
                            .overTime(id, report.version())
                            .forEach(one ->
                                    csv.row(one.day(), one.got(), one.none(), one.perHundred(), one.low(), one.high()));
                    return csv.download(id + "-" + report.version() + "-days");
                })
                .orElseGet(() -> Problems.notFound("campaign"));
    }

    /** A chart of one day would be a dot. */
    private @Nullable String chart(List<EffectDay> days) {
        return days.size() < 2
                ? null
                : ChartData.byDay(days.stream().map(EffectDay::day).toList())
                        .band(
                                console.words().say("campaigns_figure_conversion"),
                                days.stream().map(EffectDay::perHundred).toList(),
                                days.stream().map(EffectDay::low).toList(),
                                days.stream().map(EffectDay::high).toList())
                        .json();
    }

    private Optional<Report> read(String id, @Nullable Integer version) {
        return CampaignAnswers.isId(id) ? readReport.of(id, version) : Optional.empty();
    }

    private Page page(String id, Report report) {
        ReportSentences sentences = new ReportSentences(console.words(), report.currency());
        String name = readCampaigns
                .one(id)
                .map(seen -> seen.shown().definition().path("name").asText())
                .orElse(id);
        List<EffectDay> days = readReport.overTime(id, report.version());
        return new Page(
                id,
                name,
                report.version(),
                report.threshold(),
                report.told(),
                report.release().countedAt(),
                report.release().left(),
                sentences.of(report),
                report.effect()
                        .map(effect -> figures(report, effect, sentences))
                        .orElse(List.of()),
                report.arms().stream().map(arm -> row(arm, sentences)).toList(),
                report.responses().map(ReportConsole::taken).orElse(null),
                days,
                chart(days));
    }

    private static List<Figure> figures(Report report, Effect effect, ReportSentences words) {
        List<Figure> all = new ArrayList<>();
        all.add(plain("conversion", effect.conversion(), words));
        all.add(plain("orderers", effect.orderers(), words));
        all.add(money("per_person", effect.revenuePerPerson(), words));
        all.add(money("revenue", effect.revenue(), words));
        report.cost().ifPresent(cost -> {
            all.add(new Figure("campaigns_figure_cost", words.money(cost.total()), "", ""));
            all.add(money("after_cost", effect.after(cost.total()), words));
            cost.returned(effect).ifPresent(returned -> all.add(plain("returned", returned, words)));
        });
        effect.content().ifPresent(content -> all.add(plain("content", content, words)));
        return all;
    }

    private static Figure plain(String name, Estimate one, ReportSentences words) {
        return new Figure(
                "campaigns_figure_" + name,
                words.figure(one.value()),
                words.figure(one.low()),
                words.figure(one.high()));
    }

    private static Figure money(String name, Estimate one, ReportSentences words) {
        return new Figure(
                "campaigns_figure_" + name, words.money(one.value()), words.money(one.low()), words.money(one.high()));
    }

    private static ArmRow row(Arm arm, ReportSentences words) {
        return new ArmRow(
                arm.holdout() ? "" : arm.variation(),
                arm.people(),
                arm.converted().mean(),
                words.money(arm.revenue().mean()));
    }

    private static Taken taken(Responses one) {
        CountedContacts.Shown contacts = one.contacts();
        return new Taken(
                contacts.reached(),
                contacts.contacts(),
                contacts.clicked(),
                contacts.contacts() == 0
                        ? null
                        : Double.valueOf(Math.min(1, (double) contacts.clicked() / contacts.contacts())),
                counts("campaigns_message_", one.delivery()),
                counts("campaigns_said_", one.said()),
                one.byNumber().stream()
                        .map(nth -> new Nth(nth.number(), nth.people(), nth.rate()))
                        .toList());
    }

    private static List<Count> counts(String prefix, Map<String, Long> counted) {
        return counted.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new Count(prefix + one.getKey(), one.getValue()))
                .toList();
    }
}
