package dev.aisle.e2e.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.aisle.e2e.clients.Axe;
import dev.aisle.e2e.clients.Chromium;
import dev.aisle.publish.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest page of each folder, and all of them with {@code -Daisle.site.look=all}. */
class SiteIT {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Map<ColorScheme, Integer> LOOKS = Map.of(ColorScheme.LIGHT, 1_280, ColorScheme.DARK, 380);

    @TempDir
    private static Path site;

    private static HttpServer server;
    private static Chromium.Running browser;

    @BeforeAll
    static void write() {
        Site.of(PROJECT).write(site, "1.2.3");
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = SimpleFileServer.createFileServer(free, site, SimpleFileServer.OutputLevel.NONE);
        server.start();
        browser = Chromium.ofTheMachine().running();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        server.stop(0);
    }

    @Test
    void pagesSatisfyAxeFitTheirWindowAndSayNothingToTheConsole() throws IOException {
        List<Path> pages = pages();

        List<String> findings = browser.openEmpty(page -> {
            List<String> found = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if ("error".equals(message.type())) {
                    found.add(page.url() + " " + message.text());
                }
            });
            page.onPageError(error -> found.add(page.url() + " " + error));
            pages.forEach(file -> found.addAll(findings(page, file)));
            return found;
        });

        assertThat(findings).isEmpty();
        assertThat(pages).hasSizeGreaterThan(10);
    }

    @Test
    void openedAsFilesTheSearchIsUsedFromTheKeyboardAndLeadsToTheSection() {
        String address = browser.openEmpty(page -> {
            page.navigate(site.resolve("index.html").toUri().toString());
            page.keyboard().press("/");
            page.keyboard().type("erased keyed mark");
            assertThat(page.locator("#found a").first()).containsText("mark");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("#"));
            String section = page.url().substring(page.url().indexOf('#') + 1);
            assertThat(page.locator("[id='" + section + "']")).isInViewport();
            return page.url();
        });

        assertThat(address).startsWith(site.toUri().toString());
    }

    /** Whoever has no room for all takes the one with the most in it. */
    private static List<Path> pages() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(site)) {
            all = files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
        return "all".equals(System.getProperty("aisle.site.look"))
                ? all
                : List.copyOf(all.stream()
                        .collect(Collectors.toMap(
                                Path::getParent,
                                page -> page,
                                BinaryOperator.maxBy(Comparator.comparingLong(SiteIT::size))))
                        .values());
    }

    private static long size(Path page) {
        try {
            return Files.size(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> findings(Page page, Path file) {
        List<String> findings = new ArrayList<>();
        String place = site.relativize(file).toString();
        page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/" + place);
        LOOKS.forEach((colours, width) -> {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            page.setViewportSize(width, 800);
            String look = place + " " + colours + " " + width + ": ";
            int needed = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            if (needed > width) {
                findings.add(look + "needs " + needed + " pixels");
            }
            String violations = Axe.serious(page);
            if (!violations.isEmpty()) {
                findings.add(look + violations);
            }
        });
        return findings;
    }
}
