package dev.aisle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What every form of a console promises, whatever it is about: script in it stays text, nothing that is typed makes it fail, sending it twice does no harm, an
 * older version isn't saved unseen, and without a session nothing is done and nothing lost. {@code new ConsoleForms(officer).on(page…)} tries each form of
 * these pages; {@code coverTemplates} fails for a form that none of them showed.
 */
public final class ConsoleForms {
    /** No browser event in it that {@link ConsolePages} would take for one of the page. */
    private static final String SCRIPT = "<script>alert(1)</script>\"'><svg/onload=alert(2)>";

    private static final List<String> BAD = List.of(SCRIPT, "", " ", "\u0000", "数据 نص 🍵", "x".repeat(100_000));

    private static final Pattern TEMPLATE_FORM =
            Pattern.compile("<form\\b[^>]*method=\"post\"[^>]*action=\"([^\"]*)\"");
    /** Fields that take any words. */
    private static final List<String> WORDS = List.of("description", "name", "title", "note");

    /** What alone can break a page, or a table. */
    private static final List<String> WORST = List.of(SCRIPT, "\u0000", "x".repeat(100_000));

    /** The version that is edited; {@code version} stands beside {@code revision} where another version is chosen. */
    private static final List<String> VERSIONS = List.of("revision", "version");

    private static final String ANEW = "{new}";
    private static final String PREFERENCES = "/console/preferences";

    private final ConsoleSession session;
    private final List<String> met = new ArrayList<>();
    private final Map<String, String> filled = new LinkedHashMap<>();

    /** @param session of somebody who may send the forms, signed in */
    public ConsoleForms(ConsoleSession session) {
        this.session = session;
    }

    /**
     * Empty fields of these names hold this from now on while another one is tried, so that it is tried in a form that could be saved.
     *
     * @param values by the fields' names; <code>{new}</code> in one is something else each time
     */
    public ConsoleForms filledWith(Map<String, String> values) {
        filled.putAll(values);
        return this;
    }

    /** Tries each form of these pages. */
    public ConsoleForms on(String... pages) {
        for (String page : pages) {
            HttpResponse<String> shown = session.get(page);
            assertThat(shown.statusCode()).as(page).isEqualTo(200);
            shownIn(page, shown.body());
        }
        return this;
    }

    /** Tries each form of a page that came as an answer. */
    public ConsoleForms shownIn(String page, String html) {
        for (PageForm form : formsOf(page, html)) {
            met.add(form.action());
            String what = page + " → " + form.action();
            losesNothingWithoutASession(what, form);
            if (!form.typed().isEmpty()) {
                takesAnything(what, form);
                takesAnythingInOneField(what, form);
                bearsBeingSentTwice(what, form.action(), form.with(form.typed(), "twice"));
                bearsBeingSentTwice(what, form.action(), usual(again(form)));
            }
            seesThatItIsStale(what, form);
        }
        return this;
    }

    /**
     * Fails for a form in a template of this module that no page showed.
     *
     * @param elsewhere actions, as they stand in the templates, of forms that another test sends
     */
    public void coverTemplates(String... elsewhere) {
        assertThat(ofTemplates().stream()
                        .filter(action ->
                                met.stream().noneMatch(matcherOf(action).asMatchPredicate())))
                .as("forms that no page showed")
                .containsExactlyInAnyOrder(elsewhere);
    }

    private static void losesNothingWithoutASession(String what, PageForm form) {
        assertThat(form.plain() && !form.typed().isEmpty())
                .as("%s is typed into and left to the browser", what)
                .isFalse();
        if (!form.plain()) {
            assertThat(ConsoleSession.as().htmx(form.action(), form.fields()).statusCode())
                    .as("%s without a session", what)
                    .isEqualTo(499);
        }
    }

    private void takesAnything(String what, PageForm form) {
        for (String value : BAD) {
            bears(what + " with " + shortened(value), form.action(), form.with(form.typed(), value));
        }
    }

    private void takesAnythingInOneField(String what, PageForm form) {
        if (form.typed().size() < 2 && filled.isEmpty()) {
            return;
        }
        for (String field : form.typed()) {
            for (String value : WORST) {
                Map<String, String> fields = usual(again(form));
                fields.put(field, value);
                bears(what + " with " + shortened(value) + " as " + field, form.action(), fields);
            }
        }
    }

    private static String shortened(String value) {
        return value.substring(0, Math.min(20, value.length()));
    }

    private void bears(String as, String action, Map<String, String> fields) {
        HttpResponse<String> answer = session.post(action, fields);
        assertThat(answer.statusCode()).as(as).isLessThan(500);
        assertThat(answer.body()).as(as).doesNotContain("<script>alert", "<svg/onload");
        if (isPage(answer)) {
            ConsolePages.fit(as, answer, "en");
        }
    }

    /** The form as the page has it now, on the newest version; as it was where it isn't there any more. */
    private PageForm again(PageForm form) {
        if (!form.page().startsWith("/")) {
            return form;
        }
        return formsOf(form.page(), session.get(form.page()).body()).stream()
                .filter(form::isAlso)
                .findFirst()
                .orElse(form);
    }

    /** As somebody sends it who means it. */
    private Map<String, String> usual(PageForm form) {
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        filled.forEach((name, value) -> {
            if (fields.getOrDefault(name, "-").isEmpty()) {
                fields.put(name, value.replace(ANEW, UUID.randomUUID().toString()));
            }
        });
        return fields;
    }

    private static boolean isPage(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                && answer.body().contains("<html");
    }

    private void bearsBeingSentTwice(String what, String action, Map<String, String> fields) {
        List<CompletableFuture<Integer>> both = Stream.of(1, 2)
                .map(_ -> CompletableFuture.supplyAsync(
                        () -> session.post(action, fields).statusCode()))
                .toList();
        assertThat(both).as("%s sent twice", what).allMatch(status -> status.join() < 500);
    }

    private void seesThatItIsStale(String what, PageForm form) {
        Optional<String> version =
                VERSIONS.stream().filter(form.fields()::containsKey).findFirst();
        String newest =
                version.map(name -> form.fields().getOrDefault(name, "")).orElse("");
        // A new thing has none.
        if (version.isEmpty() || Set.of("", "0").contains(newest)) {
            return;
        }
        // "r7" is one too.
        Map<String, String> stale = form.with(Set.of(version.get()), newest.replaceAll("[0-9]+", "0"));
        // Whoever changes nothing overwrites nobody.
        WORDS.stream()
                .filter(form.typed()::contains)
                .findFirst()
                .ifPresent(name -> stale.put(name, form.fields().getOrDefault(name, "") + " changed"));
        HttpResponse<String> answer = session.post(form.action(), stale);
        assertThat(answer.statusCode()).as("%s on an old version", what).isBetween(400, 499);
    }

    private static List<PageForm> formsOf(String page, String html) {
        return PageForm.of(page, html).stream()
                .filter(form -> !form.action().equals(PREFERENCES))
                .toList();
    }

    private static Set<String> ofTemplates() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            Set<String> actions = new TreeSet<>();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".html")).toList()) {
                Matcher found = TEMPLATE_FORM.matcher(Files.readString(file));
                while (found.find()) {
                    actions.add(found.group(1));
                }
            }
            return actions;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the templates", e);
        }
    }

    /** {@code /keys/{page.key.name}} matches {@code /keys/shop}. */
    private static Pattern matcherOf(String action) {
        StringBuilder pattern = new StringBuilder();
        Matcher parts = Pattern.compile("\\{[^}]*}|[^{]+").matcher(action);
        while (parts.find()) {
            pattern.append(parts.group().startsWith("{") ? ".+" : Pattern.quote(parts.group()));
        }
        return Pattern.compile(pattern.toString());
    }
}
