package dev.aisle.platform.console;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows pages in the frame: {@code return console.page("campaigns_title", Templates.list(rows))}. */
@ApplicationScoped
public class Console {
    static final String THEME_COOKIE = "aisle_theme";
    static final List<String> THEMES = List.of("auto", "light", "dark");
    private static final String BANNER_COOKIE = "aisle_done";
    private static final int BANNER_SECONDS = 60;
    /** A response with a page is in UTF-8. */
    static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    private final SecurityIdentity identity;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final ConsoleConfig config;
    private final Assets assets;

    Console(SecurityIdentity identity, HttpHeaders headers, UriInfo uri, ConsoleConfig config, Assets assets) {
        this.identity = identity;
        this.headers = headers;
        this.uri = uri;
        this.config = config;
        this.assets = assets;
    }

    /**
     * 200 with a page.
     *
     * @param titleKey the key of its name in the words
     */
    public Response page(String titleKey, TemplateInstance page) {
        return named(200, words().say(titleKey), page);
    }

    /** 422 with the page whose form has errors. */
    public Response invalid(String titleKey, TemplateInstance page) {
        return named(422, words().say(titleKey), page);
    }

    /** 412 with the page that shows both versions of what somebody else changed meanwhile. */
    public Response conflict(String titleKey, TemplateInstance page) {
        return named(412, words().say(titleKey), page);
    }

    /** A page with a status and a name that isn't a key. */
    public Response named(int status, String title, TemplateInstance page) {
        String banner = cookie(BANNER_COOKIE);
        Response.ResponseBuilder answer =
                Response.status(status).type(HTML).entity(rendered(page.data("frame", frame(title, banner))));
        if (status >= 400) {
            // The address stays that of the page with the form, which may be loaded again and gone back to.
            answer.header("HX-Push-Url", "false");
        }
        return banner == null
                ? answer.build()
                : answer.cookie(cookie(BANNER_COOKIE, "", 0)).build();
    }

    /** 200 with a piece of a page, for htmx. */
    public Response fragment(TemplateInstance piece) {
        return Response.ok(rendered(piece), HTML).build();
    }

    /** Goes on to another page of this service after something was done. */
    public Response goTo(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /**
     * The same; that page says what was done.
     *
     * @param doneKey the key of that in the words
     */
    public Response goTo(String path, String doneKey) {
        return Response.seeOther(URI.create(path))
                .cookie(cookie(BANNER_COOKIE, doneKey, BANNER_SECONDS))
                .build();
    }

    /** The words of the person's language. */
    public Words words() {
        return Words.in(Language.of(cookie(Language.COOKIE), headers.getAcceptableLanguages()));
    }

    /** Whether the person has a role: what the page offers follows from it, what the API lets through doesn't. */
    public boolean may(String role) {
        return identity.hasRole(role);
    }

    /** Who is signed in, as the audit log names them; empty for nobody. */
    public String person() {
        return identity.isAnonymous() ? "" : identity.getPrincipal().getName();
    }

    /** Where the area of the person's work is, else the first that they may see. */
    @Nullable
    String firstArea() {
        Set<String> roles = identity.getRoles();
        List<Area> areas = visible();
        return areas.stream()
                .filter(area -> roles.contains(area.roles().getFirst()))
                .findFirst()
                .or(() -> areas.stream().findFirst())
                .map(this::address)
                .orElse(null);
    }

    static NewCookie cookie(String name, String value, int seconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(Area.ROOT)
                .maxAge(seconds)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private String rendered(TemplateInstance template) {
        return template.setAttribute(WordsInTemplates.ATTRIBUTE, words()).render();
    }

    private Frame frame(String title, @Nullable String banner) {
        if (!identity.isAnonymous()) {
            Colleagues.met(identity.getPrincipal());
        }
        Words words = words();
        String path = uri.getRequestUri().getRawPath();
        String query = uri.getRequestUri().getRawQuery();
        List<Frame.Link> links = visible().stream()
                .map(area -> new Frame.Link(
                        words.say("area_" + area.id()),
                        address(area),
                        Area.of(path).filter(area::equals).isPresent()))
                .toList();
        return new Frame(
                title,
                words.language(),
                theme(),
                links,
                identity.getRoles(),
                identity.isAnonymous() ? null : person(),
                query == null ? path : path + "?" + query,
                assets.version(),
                identity.isAnonymous() ? 0 : config.sessionIdle().toSeconds(),
                Instant.now().getEpochSecond(),
                banner != null && words.knows(banner) ? words.say(banner) : null);
    }

    private List<Area> visible() {
        Set<String> roles = identity.getRoles();
        return Arrays.stream(Area.values())
                .filter(area -> area.visibleTo(roles))
                .toList();
    }

    private String address(Area area) {
        return config.addresses().getOrDefault(area.service(), "") + area.path(identity.getRoles());
    }

    private String theme() {
        String chosen = cookie(THEME_COOKIE);
        return chosen != null && THEMES.contains(chosen) ? chosen : THEMES.getFirst();
    }

    private @Nullable String cookie(String name) {
        Cookie cookie = headers.getCookies().get(name);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }
}
