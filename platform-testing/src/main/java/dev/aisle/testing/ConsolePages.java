package dev.aisle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every page of a console promises. */
public final class ConsolePages {
    private static final Set<String> ROLES =
            Set.of("storefront", "marketer", "analyst", "operator", "privacy-officer", "auditor", "service");
    private static final Pattern INLINE = Pattern.compile(
            "\\s(?:style|on[a-z]+)\\s*=|<(?:style|script(?![^>]*(?:\\ssrc=|application/json)))|javascript:");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    /** What templates say of a value, not a word itself. */
    private static final Set<String> NO_WORDS = Set.of("say", "named");

    private static final Pattern WORD = Pattern.compile("\\{w:([a-z0-9_]+)");
    private static final Path RESOURCES = Path.of("src/main/resources");

    private ConsolePages() {}

    /**
     * Fails where somebody without a session sees one of the pages or isn't sent to sign in, where a role that isn't among these gets in or one that is
     * doesn't, and where a page isn't fit to be shown.
     */
    public static void seenBy(Set<String> allowed, String... paths) {
        for (String path : paths) {
            HttpResponse<String> unknown = ConsoleSession.as().once(path);
            assertThat(unknown.statusCode()).as("%s without a session", path).isEqualTo(302);
        }
        for (String role : ROLES) {
            ConsoleSession session = ConsoleSession.as(role);
            for (String path : paths) {
                HttpResponse<String> page = session.get(path);
                assertThat(page.statusCode()).as("%s as %s", path, role).isEqualTo(allowed.contains(role) ? 200 : 403);
                fit(path, page, "en");
            }
        }
        ConsoleSession chinese = ConsoleSession.as(allowed.iterator().next()).preferring("zh-CN");
        for (String path : paths) {
            fit(path, chinese.get(path), "zh");
        }
    }

    /** Fails unless it is a page in this language with one heading, without anything inline and without two elements of one id. */
    public static void fit(String name, HttpResponse<String> page, String language) {
        String html = page.body();
        assertThat(page.headers().firstValue("Content-Type").orElse(""))
                .as(name)
                .startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .as(name)
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control")).as(name).hasValue("no-store");
        assertThat(html).as(name).contains("<html lang=\"" + language + "\"");
        assertThat(html.split("<h1", -1)).as("%s has one h1", name).hasSize(2);
        assertThat(INLINE.matcher(html).results().map(MatchResult::group).toList())
                .as("%s has nothing inline", name)
                .isEmpty();
        List<String> ids =
                ID.matcher(html).results().map(found -> found.group(1)).toList();
        assertThat(ids).as("%s has each id once", name).doesNotHaveDuplicates();
        assertThat(html).as("%s shows no error of a template", name).doesNotContain("NOT_FOUND");
    }

    /** Fails where a language lacks a word that the other has, or a template of this module uses one that isn't there. Areas by their id. */
    public static void wordsAreWhole(String... areas) {
        Set<String> known = new TreeSet<>(keys(resource("shell", "en")));
        for (String area : areas) {
            Set<String> english = keys(resource(area, "en"));
            assertThat(keys(resource(area, "zh")))
                    .as("Chinese words of " + area)
                    .isEqualTo(english);
            known.addAll(english);
        }
        assertThat(usedInTemplates()).as("words in templates").isSubsetOf(known);
    }

    private static Set<String> usedInTemplates() {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            Set<String> used = new TreeSet<>();
            files.filter(file -> file.toString().endsWith(".html"))
                    .forEach(file -> WORD.matcher(text(file))
                            .results()
                            .map(found -> found.group(1))
                            .filter(key -> !NO_WORDS.contains(key))
                            .forEach(used::add));
            return used;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the templates", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static Set<String> keys(String resource) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (var in = loader.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                Properties words = new Properties();
                words.load(reader);
                return new TreeSet<>(words.stringPropertyNames());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    private static String resource(String name, String language) {
        return "console/words/" + name + "_" + language + ".properties";
    }
}
