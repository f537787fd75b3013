package dev.aisle.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import dev.aisle.e2e.clients.Axe;
import dev.aisle.e2e.clients.Chromium;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens pages of the consoles as one of the people of the local sign-in: mara and max (marketers), ana (analyst), pia (privacy officer), otto (operator), ada
 * (auditor), eve (all of them).
 */
final class Consoles {
    private static final Path SCREENSHOTS = Path.of("../docs/screenshots");
    /** A browser and htmx tell of each answer that isn't what was asked for, and htmx of a request that a newer one replaces. */
    private static final Pattern STATUS = Pattern.compile("(?:status of|Status Error Code) (\\d{3})");

    private static final Pattern REPLACED = Pattern.compile("^htmx:(?:afterRequest|sendAbort)$");
    /** Axe in each language, appearance and width: {@code -Daisle.consoles.look=all}. */
    private static final boolean ALL = "all".equals(System.getProperty("aisle.consoles.look"));

    private static final int WIDE = 1280;
    private static final int NARROW = 380;
    private static final int HEIGHT = 800;

    private static final int MOST_TABS = 80;

    private final Chromium chromium;
    private final Set<String> meant = new HashSet<>();

    Consoles(Chromium chromium) {
        this.chromium = chromium;
    }

    /** Opens a page of the console, signs in as somebody, and hands the page over. Fails when the page's console has an error. */
    void open(URI address, String person, Consumer<Page> visit) {
        chromium.openEmpty(blank -> {
            Browser browser = blank.context().browser();
            try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                            .setViewportSize(WIDE, HEIGHT)
                            .setLocale("en-GB"));
                    Page page = context.newPage()) {
                page.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
                List<String> errors = new ArrayList<>();
                page.onConsoleMessage(message -> note(message, errors));
                page.onPageError(errors::add);
                page.navigate(address.toString());
                signIn(page, person);
                visit.accept(page);
                assertThat(errors).as("errors in the browser's console").isEmpty();
            } finally {
                meant.clear();
            }
            return person;
        });
    }

    /** From here to the end of the next or the current visit an answer with this status is what the test wants: 422 for a form that is sent back, 403 for a page that isn't for them. */
    void meant(int status) {
        meant.add(Integer.toString(status));
    }

    /** Presses Tab until the focus is where the selector says, as somebody does who has no mouse. */
    static void tabTo(Page page, String selector) {
        page.locator(selector).first().waitFor();
        settled(page);
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if (page.evaluate("wanted => document.activeElement.matches(wanted)", selector)
                    .equals(true)) {
                return;
            }
        }
        throw new AssertionError("No way to " + selector + " by Tab on " + page.url());
    }

    /** Waits for the end of what a page has asked for by itself: htmx moves the focus then. */
    static void settled(Page page) {
        PlaywrightAssertions.assertThat(page.locator(".htmx-request, .htmx-swapping, .htmx-settling"))
                .hasCount(0);
    }

    /** At the issuer, the button of that person. */
    static void signIn(Page page, String person) {
        page.locator("form:has(input[name=username][value='" + person + "']) button")
                .click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /**
     * Looks at the page that is open in both languages, light and dark, wide and narrow, and keeps its pictures as {@code NAME-wide.png} and {@code
     * NAME-narrow.png}. Fails for a serious finding of axe or a page wider than the screen.
     */
    void look(Page page, String name) {
        String address = page.url();
        for (String language : List.of("zh", "en")) {
            choose(page, "language", language);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                // Each language, each appearance and each width once with axe, which takes a second; the width of all
                // of them.
                boolean narrow = language.equals("zh") && scheme == ColorScheme.DARK;
                boolean wide = language.equals("en") && scheme == ColorScheme.LIGHT;
                fits(page, NARROW, name + " " + language + " " + scheme, narrow || ALL);
                fits(page, WIDE, name + " " + language + " " + scheme, wide || ALL);
            }
        }
        page.navigate(address);
        picture(page, NARROW, name + "-narrow.png");
        picture(page, WIDE, name + "-wide.png");
    }

    private static void choose(Page page, String preference, String value) {
        if (!value.equals(page.locator("html").getAttribute("lang"))) {
            page.locator(".menu > summary").click();
            page.locator("button[name=" + preference + "][value=" + value + "]").click();
            page.locator("html[lang=" + value + "]").waitFor();
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
    }

    private static void fits(Page page, int width, String what, boolean withAxe) {
        page.setViewportSize(width, HEIGHT);
        int needed = neededWidth(page);
        // A chart is drawn anew a moment after its place has another width.
        for (int i = 0; i < 20 && needed > width; i++) {
            page.waitForTimeout(100);
            needed = neededWidth(page);
        }
        assertThat(needed).as("width of " + what + " at " + width).isLessThanOrEqualTo(width);
        if (withAxe) {
            assertThat(Axe.serious(page)).as("axe: " + what).isEqualTo("");
        }
    }

    private static int neededWidth(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    private static void picture(Page page, int width, String file) {
        page.setViewportSize(width, HEIGHT);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(file)));
    }

    private void note(ConsoleMessage message, List<String> errors) {
        Matcher status = STATUS.matcher(message.text());
        boolean expected = status.find() && meant.contains(status.group(1));
        if (message.type().equals("error")
                && !expected
                && !REPLACED.matcher(message.text()).find()) {
            errors.add(message.text());
        }
    }
}
