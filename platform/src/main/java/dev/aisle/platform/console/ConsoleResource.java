package dev.aisle.platform.console;

import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The door of the consoles, and what is the same in all of them. */
@Path(Area.ROOT)
@RunOnVirtualThread
public class ConsoleResource {
    private static final int YEAR = 31_536_000;
    /** A page of the console, on this host. */
    private static final Pattern BACK = Pattern.compile("/console(?:[/?][\\x21-\\x7e&&[^\\\\\"<>]]{0,2000})?");

    /** Of an issuer's error: it comes in an address, so anybody could have written it. */
    private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");

    private final Console console;

    ConsoleResource(Console console) {
        this.console = console;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance signedOut();

        static native TemplateInstance signInFailed(String textKey, @Nullable String code);
    }

    /** To the first area that the person may see. */
    @GET
    @Authenticated
    public Response begin() {
        String first = console.firstArea();
        return first == null
                ? Problems.answer(Problem.of("not-allowed", 403, null))
                : Response.seeOther(URI.create(first)).build();
    }

    /** Keeps a language or a theme in a cookie and goes back to the page. */
    @POST
    @Path("/preferences")
    @PermitAll
    public Response prefer(
            @FormParam("language") @Nullable String language,
            @FormParam("theme") @Nullable String theme,
            @FormParam("back") @Nullable String back) {
        String page = back != null && BACK.matcher(back).matches() ? back : Area.ROOT;
        Response.ResponseBuilder answer = Response.seeOther(URI.create(page));
        if (Arrays.stream(Language.values()).anyMatch(known -> known.tag().equals(language))) {
            answer.cookie(Console.cookie(Language.COOKIE, String.valueOf(language), YEAR));
        }
        if (theme != null && Console.THEMES.contains(theme)) {
            answer.cookie(Console.cookie(Console.THEME_COOKIE, theme, YEAR));
        }
        return answer.build();
    }

    /** Somebody is there: that they asked keeps their session going. */
    @POST
    @Path("/session")
    @Authenticated
    public Response stay() {
        return Response.noContent().build();
    }

    /**
     * Where somebody comes whose sign-in failed.
     *
     * @param error the issuer's code, or that of {@link SignInFailures}
     */
    @GET
    @Path(SignInFailures.PAGE)
    @PermitAll
    public Response signInFailed(@QueryParam("error") @Nullable String error) {
        boolean known = error != null && CODE.matcher(error).matches();
        boolean silent = SignInFailures.SILENT.equals(error);
        String text = "access_denied".equals(error)
                ? "sign_in_denied_text"
                : silent ? "sign_in_silent_text" : "sign_in_failed_text";
        return console.named(
                silent ? 503 : 403,
                console.words().say("sign_in_failed"),
                Templates.signInFailed(text, known && !silent ? error : null));
    }

    /** Where the issuer sends somebody who signed out. */
    @GET
    @Path("/signed-out")
    @PermitAll
    public Response signedOut() {
        return console.page("signed_out", Templates.signedOut());
    }
}
