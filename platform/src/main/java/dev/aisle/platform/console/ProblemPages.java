package dev.aisle.platform.console;

import dev.aisle.platform.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem on the way to a browser becomes a page in the frame, or, where htmx asked, a banner on the page that is open. */
@Provider
public class ProblemPages implements ContainerResponseFilter {
    private static final Annotation[] NO_ANNOTATIONS = {};

    private final Console console;

    ProblemPages(Console console) {
        this.console = console;
    }

    /**
     * What the page tells.
     *
     * @param headingKey the key of its heading
     * @param textKey the key of what to do now
     * @param kind the kind of problem in the page's language, where that is all that can be said in it; null else
     * @param detail what the problem says; null for nothing
     * @param lines the same field by field; empty where no field is wrong
     * @param roles of which one is needed; empty where roles aren't what is wrong
     */
    record Told(
            int status,
            String headingKey,
            String textKey,
            @Nullable String kind,
            @Nullable String detail,
            List<Line> lines,
            List<String> roles) {}

    /** What is wrong with a field; null for all of it. */
    record Line(@Nullable String field, String message) {}

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance problem(Told told);

        static native TemplateInstance refusal(Told told);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Problem problem) || !Pages.has(request.getUriInfo())) {
            return;
        }
        Told told = told(problem, request.getUriInfo().getRequestUri().getPath());
        boolean piece = "true".equals(request.getHeaderString("HX-Request"));
        Response page = piece
                ? console.fragment(Templates.refusal(told))
                : console.named(told.status(), console.words().say(told.headingKey()), Templates.problem(told));
        if (piece) {
            response.getHeaders().putSingle("HX-Retarget", "#banner");
            response.getHeaders().putSingle("HX-Reswap", "innerHTML show:window:top");
            response.getHeaders().putSingle("HX-Reselect", ".banner");
            response.getHeaders().putSingle("HX-Push-Url", "false");
        }
        response.setEntity(page.getEntity(), NO_ANNOTATIONS, MediaType.valueOf(Console.HTML));
    }

    private Told told(Problem problem, String path) {
        return switch (problem.status()) {
            case 403 ->
                problem.type().endsWith("/not-allowed")
                        ? new Told(
                                403,
                                "no_permission",
                                "no_permission_text",
                                null,
                                null,
                                List.of(),
                                Area.of(path).map(Area::roles).orElse(List.of()))
                        : said(problem, "refused", "refused_text");
            case 404 -> new Told(404, "not_found", "not_found_text", null, null, List.of(), List.of());
            default ->
                problem.status() >= 500
                        ? said(problem, "failed", "failed_text")
                        : said(problem, "refused", "refused_text");
        };
    }

    private Told said(Problem problem, String headingKey, String textKey) {
        List<Line> lines = problem.errors().stream()
                .map(error -> new Line(error.field().isEmpty() ? null : error.field(), error.message()))
                .toList();
        boolean english = lines.isEmpty()
                ? isEnglish(problem.detail())
                : lines.stream().anyMatch(line -> isEnglish(line.message()));
        Said kind = Sentences.said(problem.title(), console.words().language());
        return new Told(
                problem.status(),
                headingKey,
                textKey,
                english && kind.original() != null ? kind.text() : null,
                problem.detail(),
                lines,
                List.of());
    }

    /** Whether the page can't say it in its own language. */
    private boolean isEnglish(@Nullable String text) {
        return Sentences.said(text, console.words().language()).english();
    }
}
