package dev.aisle.profile.segments.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.platform.problem.Problem;
import dev.aisle.profile.segments.domain.language.InvalidRuleException;
import dev.aisle.profile.segments.domain.language.RuleProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule that can't be used, as a problem document. */
@Provider
class RuleProblems implements ExceptionMapper<InvalidRuleException> {
    /**
     * One thing that is wrong.
     *
     * @param field {@code rule} with a JSON pointer, or {@code text}
     * @param pointer JSON pointer into the JSON form
     * @param line of the text form; null when the rule came as JSON
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WrongPart(
            String field,
            String message,
            String pointer,
            @Nullable Integer line,
            @Nullable Integer column,
            @Nullable String suggestion) {
        static WrongPart of(RuleProblem problem) {
            boolean text = problem.line() > 0;
            return new WrongPart(
                    text ? "text" : "rule" + problem.pointer(),
                    problem.message(),
                    problem.pointer(),
                    text ? problem.line() : null,
                    text ? problem.column() : null,
                    problem.suggestion());
        }
    }

    record Document(String type, String title, int status, String detail, List<WrongPart> errors) {}

    @Override
    public Response toResponse(InvalidRuleException wrong) {
        RuleProblem first = wrong.problems().getFirst();
        String where = first.line() > 0
                ? " (line " + first.line() + ", column " + first.column() + ")"
                : first.pointer().isEmpty() ? "" : " (" + first.pointer() + ")";
        String suggestion = first.suggestion() == null ? "" : " " + first.suggestion();
        return Response.status(Response.Status.BAD_REQUEST)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new Document(
                        "/problems/invalid-rule",
                        "Invalid rule",
                        400,
                        first.message() + where + suggestion,
                        wrong.problems().stream().map(WrongPart::of).toList()))
                .build();
    }
}
