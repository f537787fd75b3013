package dev.aisle.e2e.clients;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** A headless Chromium of the machine: none is downloaded. */
public final class Chromium {
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** A page of five services on two cores answers when it can. */
    public static final double PATIENCE_MILLIS = 60_000;

    private final Path programme;

    private Chromium(Path programme) {
        this.programme = programme;
    }

    /** Skips the test, and says what is missing, when there is none. */
    public static Chromium ofTheMachine() {
        return Stream.concat(Stream.ofNullable(System.getenv("AISLE_CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(Chromium::new)
                .orElseThrow(() -> new TestAbortedException(
                        "The browser clients are not tested: there is no Chromium. Install it (Debian: apt install"
                                + " chromium) or let AISLE_CHROMIUM name its programme, and run again."));
    }

    /** Opens an address and answers what {@code visit} makes of the page, which is closed after that. */
    public <T> T open(String address, Function<Page, T> visit) {
        return openEmpty(page -> {
            Objects.requireNonNull(page.navigate(address), address + " can't be opened");
            return visit.apply(page);
        });
    }

    /** Opens an empty page and answers what {@code visit} makes of it. */
    public <T> T openEmpty(Function<Page, T> visit) {
        try (Running running = running()) {
            return running.openEmpty(visit);
        }
    }

    /** One browser for many pages, until it is closed. */
    public Running running() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(programme)
                        .setArgs(ARGUMENTS));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return new Running(playwright, browser);
    }

    /** A browser that runs. */
    public static final class Running implements AutoCloseable {
        private final Playwright playwright;
        private final Browser browser;

        private Running(Playwright playwright, Browser browser) {
            this.playwright = playwright;
            this.browser = browser;
        }

        /** Opens an empty page with cookies of its own, and answers what {@code visit} makes of it. */
        public <T> T openEmpty(Function<Page, T> visit) {
            try (Page page = browser.newPage(new Browser.NewPageOptions().setReducedMotion(ReducedMotion.REDUCE))) {
                page.setDefaultTimeout(PATIENCE_MILLIS);
                page.onConsoleMessage(message -> System.out.println("page: " + message.text()));
                return visit.apply(page);
            }
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
