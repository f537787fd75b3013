package dev.aisle.profile.analysis.edge;

import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.profile.analysis.domain.Basis;
import dev.aisle.profile.analysis.domain.Chart;
import dev.aisle.profile.analysis.edge.AskForPage.Left;
import dev.aisle.profile.analysis.edge.AskForPage.Standing;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page of an analysis says beside its figures.
 *
 * @param here which page it is: {@code funnels}
 * @param again the address of the same question
 * @param csv the address of its figures
 * @param others what is wrong beside no field
 * @param basis null unless there is an answer
 * @param people how many had something to count; null when it isn't told
 * @param left new answers that the reader can still have today
 */
record AskedPage(
        String here,
        String state,
        double progress,
        String failure,
        String again,
        String csv,
        List<FieldError> others,
        @Nullable Basis basis,
        @Nullable Double people,
        Left left) {
    private static final int RETRY_SECONDS = 5;

    static AskedPage of(Standing<?> standing, UriInfo uri, String here, String... fields) {
        String query = uri.getRequestUri().getRawQuery();
        String tail = query == null ? "" : "?" + query;
        Chart chart = standing.chart();
        Basis basis = chart == null ? null : chart.basis();
        return new AskedPage(
                here,
                standing.state(),
                standing.progress(),
                standing.failure(),
                "/console/people/" + here + tail,
                "/console/people/" + here + "/data.csv" + tail,
                standing.form().others(fields),
                basis,
                basis == null ? null : basis.people().value(),
                standing.left());
    }

    /** Why there are no figures to take along. */
    static Response notYet(Standing<?> standing) {
        return standing.is("wrong")
                ? Problems.invalidFields(standing.form().errors())
                : standing.is("none-left")
                        ? Problems.noAnswersLeft()
                        : standing.is("failed")
                                ? Problems.answer(Problem.of("analysis-failed", 409, standing.failure()))
                                : Problems.unavailable("The analysis isn't ready yet. Ask again.", RETRY_SECONDS);
    }
}
