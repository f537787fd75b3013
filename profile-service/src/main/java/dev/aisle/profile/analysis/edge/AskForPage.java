package dev.aisle.profile.analysis.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.profile.analysis.domain.AnalysisRun;
import dev.aisle.profile.analysis.domain.AnalysisRun.State;
import dev.aisle.profile.analysis.domain.Chart;
import dev.aisle.profile.analysis.edge.Questions.Read;
import dev.aisle.profile.analysis.usecase.AnalysisSettings;
import dev.aisle.profile.analysis.usecase.Reach;
import dev.aisle.profile.analysis.usecase.RunAnalyses;
import dev.aisle.profile.analysis.usecase.RunAnalyses.Asked;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the same questions as the API, for a page whose address is the question. */
@Singleton
class AskForPage {
    private static final int USUAL_DAYS = 30;

    /** New answers of a caller: those that are left today, of how many. */
    record Left(int today, int ofDay) {}

    /** A page is there before its figures are: then it looks again by itself. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final RunAnalyses runAnalyses;
    private final AnalysisSettings settings;
    private final ObjectMapper json;

    AskForPage(RunAnalyses runAnalyses, AnalysisSettings settings, ObjectMapper json) {
        this.runAnalyses = runAnalyses;
        this.settings = settings;
        this.json = json;
    }

    /**
     * How the answer stands.
     *
     * @param form what was asked, with what is wrong in it
     * @param state {@code wrong}, {@code busy}, {@code none-left}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
     * @param progress 0..1
     * @param failure why it failed; empty when it didn't
     * @param chart null unless it is done
     * @param left how many new answers the caller can still have today, and had at its beginning
     */
    record Standing<C extends Chart>(
            Form form,
            String state,
            double progress,
            String failure,
            @Nullable C chart,
            Left left) {
        boolean is(String wanted) {
            return state.equals(wanted);
        }
    }

    /** What stands in the address; what is missing there is as usual: the last thirty days. */
    Form form(MultivaluedMap<String, String> query, Map<String, String> usual) {
        LocalDate today = today();
        Map<String, String> values = new HashMap<>(usual);
        values.put("from", today.minusDays(USUAL_DAYS - 1L).toString());
        values.put("to", today.toString());
        values.putAll(Form.of(query).values());
        return Form.of(values);
    }

    /** The day after the last one; a text that is no day stays, so that it is told. */
    static String until(Form form) {
        try {
            return LocalDate.parse(form.value("to")).plusDays(1).toString();
        } catch (DateTimeException e) {
            return form.value("to");
        }
    }

    /** Asks, and waits as long as somebody waits for a page without a word. */
    <C extends Chart> Standing<C> ask(Form form, Class<C> type, Function<Questions, Read> read) {
        Questions questions = new Questions(settings.timeZone(), Reach.firstDay(Instant.now(), settings), today());
        return switch (read.apply(questions)) {
            case Read.Wrong wrong ->
                new Standing<>(
                        form.with(wrong.problem().errors().stream()
                                .map(AskForPage::named)
                                .toList()),
                        "wrong",
                        0,
                        "",
                        null,
                        left());
            case Read.Understood understood ->
                switch (runAnalyses.ask(understood.question(), PATIENCE)) {
                    case Asked.Busy _ -> new Standing<>(form, "busy", 0, "", null, left());
                    case Asked.NoneLeft _ -> new Standing<>(form, "none-left", 0, "", null, left());
                    case Asked.Taken taken -> of(form, taken.run(), type);
                };
        };
    }

    /** The page has the last day where the API has the one after it. */
    private static FieldError named(FieldError error) {
        return error.field().equals("until") ? new FieldError("to", error.message()) : error;
    }

    private <C extends Chart> Standing<C> of(Form form, AnalysisRun run, Class<C> type) {
        String failure = Optional.ofNullable(run.failure()).orElse("");
        String result = run.result();
        if (run.state() != State.DONE || result == null) {
            return new Standing<>(form, run.state().label(), run.progress(), failure, null, left());
        }
        try {
            return new Standing<>(form, "done", 1, "", json.readValue(result, type), left());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A chart that was written can be read", e);
        }
    }

    private Left left() {
        return new Left(runAnalyses.left(), runAnalyses.answersADay());
    }

    /** In the shop's zone. */
    private LocalDate today() {
        return Instant.now().atZone(settings.timeZone()).toLocalDate();
    }

    /** Null where a field is empty: it isn't said. */
    static @Nullable String said(Form form, String field) {
        String value = form.value(field).strip();
        return value.isEmpty() ? null : value;
    }

    /** A whole number; null where there is none, and -1, which no question takes, for what isn't one. */
    static @Nullable Integer number(Form form, String field) {
        String value = said(form, field);
        return value == null ? null : value.matches("\\d{1,6}") ? Integer.valueOf(value) : Integer.valueOf(-1);
    }
}
