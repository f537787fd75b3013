package dev.aisle.assistant.learning.report;

import dev.aisle.assistant.learning.AddedAsk;
import dev.aisle.assistant.learning.GroupUnanswered;
import dev.aisle.assistant.learning.QuestionGroup;
import dev.aisle.assistant.learning.report.AssistantReport.Row;
import dev.aisle.assistant.shared.AssistantTabs;
import dev.aisle.assistant.shared.Days;
import dev.aisle.assistant.shared.Language;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.ChartData;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.platform.storage.StoredText;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How the assistant's conversations go, and which questions nothing answers. */
@Path("/console/assistant")
@Changes("article")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST, Role.OPERATOR})
public class AssistantConsole {
    private static final String UNANSWERED = "/console/assistant/unanswered";
    private static final double HUNDRED = 100;

    private final Console console;
    private final ReportAssistant reportAssistant;
    private final GroupUnanswered groupUnanswered;
    private final AddedAsk addedAsk;

    AssistantConsole(
            Console console, ReportAssistant reportAssistant, GroupUnanswered groupUnanswered, AddedAsk addedAsk) {
        this.console = console;
        this.reportAssistant = reportAssistant;
        this.groupUnanswered = groupUnanswered;
        this.addedAsk = addedAsk;
    }

    /**
     * How conversations went.
     *
     * @param from the first day, as it was asked for
     * @param wrong what is wrong with the days; empty for nothing
     * @param chart null where there is nothing to draw
     */
    record Report(
            AssistantTabs tabs,
            String from,
            String to,
            String wrong,
            AssistantReport report,
            @Nullable String chart) {}

    /** Questions that nothing answers; a marketer says what does now. */
    record Unanswered(
            AssistantTabs tabs,
            List<QuestionGroup> groups,
            boolean noneLeft,
            boolean marketer,
            Form form,
            int fewestPeople) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance report(Report report);

        static native TemplateInstance unanswered(Unanswered unanswered);
    }

    @GET
    public Response report(@RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        Days days = Days.read(blankAsNone(from), blankAsNone(to));
        return switch (days) {
            case Days.Span span ->
                console.page(
                        "assistant_title",
                        Templates.report(shown(
                                span.from().toString(),
                                span.to().toString(),
                                "",
                                reportAssistant.between(span.from(), span.to()))));
            case Days.Wrong wrong ->
                console.invalid(
                        "assistant_title",
                        Templates.report(shown(
                                from == null ? "" : from,
                                to == null ? "" : to,
                                wrong.field() + " " + wrong.message(),
                                AssistantReport.EMPTY)));
        };
    }

    private static @Nullable String blankAsNone(@Nullable String day) {
        return day == null || day.isBlank() ? null : day;
    }

    private Report shown(String from, String to, String wrong, AssistantReport report) {
        return new Report(AssistantTabs.at("report", console), from, to, wrong, report, chart(report.days()));
    }

    private @Nullable String chart(List<Row> rows) {
        Map<LocalDate, Map<String, Double>> solved = new TreeMap<>();
        Set<String> languages = new TreeSet<>();
        for (Row row : rows) {
            LocalDate day = row.day();
            if (day != null) {
                solved.computeIfAbsent(day, _ -> new TreeMap<>()).put(row.name(), HUNDRED * row.solvedShare());
                languages.add(row.name());
            }
        }
        if (solved.size() < 2) {
            return null;
        }
        ChartData chart = ChartData.byDay(List.copyOf(solved.keySet())).unit("%");
        for (String language : languages) {
            List<@Nullable Double> values = new ArrayList<>();
            solved.values().forEach(day -> values.add(day.get(language)));
            chart.line(console.words().say("assistant_is_" + language), values);
        }
        return chart.json();
    }

    /** What the page shows as a file. */
    @GET
    @Path("/report")
    public Response csv(@RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        return switch (Days.read(blankAsNone(from), blankAsNone(to))) {
            case Days.Wrong wrong -> Problems.invalidField(wrong.field(), wrong.message());
            case Days.Span span ->
                Response.ok(AssistantCsv.of(reportAssistant.between(span.from(), span.to())), "text/csv;charset=utf-8")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"assistant.csv\"")
                        .build();
        };
    }

    @GET
    @Path("/unanswered")
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    public Response unanswered() {
        return console.page("assistant_unanswered", Templates.unanswered(groups(Form.of(Map.of()))));
    }

    private Unanswered groups(Form form) {
        List<GroupUnanswered.Shown> shown =
                Stream.of(Language.values()).map(groupUnanswered::groups).toList();
        return new Unanswered(
                AssistantTabs.at("unanswered", console),
                shown.stream().flatMap(one -> one.groups().stream()).toList(),
                shown.stream().anyMatch(GroupUnanswered.Shown::noneLeft),
                console.may(Role.MARKETER),
                form,
                groupUnanswered.fewestPeople());
    }

    @POST
    @Path("/unanswered")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.MARKETER)
    public Response answered(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        String article = form.value("article").strip();
        String violation = StoredText.idViolation("article", article);
        if (violation != null) {
            return wrong(form, violation);
        }
        QuestionGroup group =
                group(form.value("group")).map(groupUnanswered::find).orElse(null);
        if (group == null) {
            return console.goTo(UNANSWERED, "assistant_noted_before");
        }
        String ask = form.value("ask").strip();
        Response refused = ask.isEmpty() ? null : addedAsk.refusal(group, article, ask);
        if (refused != null && refused.getEntity() instanceof Problem problem) {
            return wrong(
                    form,
                    problem.errors().stream()
                            .findFirst()
                            .map(FieldError::message)
                            .orElse(String.valueOf(problem.detail())));
        }
        boolean noted = groupUnanswered.answered(group, article) > 0;
        return console.goTo(
                UNANSWERED,
                !noted ? "assistant_noted_before" : ask.isEmpty() ? "assistant_noted" : "assistant_noted_asked");
    }

    /** Nothing was noted; what was typed stays. */
    private Response wrong(Form form, String why) {
        return console.invalid(
                "assistant_unanswered",
                Templates.unanswered(groups(form.with(List.of(new FieldError(form.value("group"), why))))));
    }

    private static Optional<UUID> group(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
