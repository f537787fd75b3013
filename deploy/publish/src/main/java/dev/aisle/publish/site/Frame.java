package dev.aisle.publish.site;

import dev.aisle.publish.Failure;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What is around each page: head, navigation, search, foot. */
final class Frame {
    /** An entry of the navigation as a page sees it. */
    record Entry(String title, String address, boolean here) {}

    /** A group of the navigation; open where the page stands in it. */
    record Group(String name, List<Entry> entries, boolean here) {
        Group {
            entries = List.copyOf(entries);
        }
    }

    private final Template template;
    private final Navigation navigation;
    private final Map<String, Page> pages;
    private final String version;

    Frame(Navigation navigation, Map<String, Page> pages, String version) {
        this.navigation = navigation;
        this.pages = pages;
        this.version = version;
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addValueResolver(ValueResolvers.rawResolver())
                .addResultMapper(new HtmlEscaper(List.of("text/html")))
                .build();
        this.template = engine.parse(resource("page.html"), Variant.forContentType("text/html"));
    }

    /** A file that lies beside this class. */
    static String resource(String name) {
        try (InputStream in = Frame.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new Failure("The file " + name + " is missing in the jar.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    /** The whole page. */
    String of(Page page) {
        return template.data("page", page)
                .data("groups", groups(page))
                .data("up", Addresses.up(page.address()))
                .data("home", page.address().equals("index.html"))
                .data("version", version)
                .render();
    }

    private List<Group> groups(Page page) {
        return navigation.groups().stream()
                .map(group -> {
                    List<Entry> entries = group.files().stream()
                            .filter(pages::containsKey)
                            .map(file -> entry(page, file))
                            .toList();
                    return new Group(group.name(), entries, entries.stream().anyMatch(Entry::here));
                })
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    private Entry entry(Page from, String file) {
        Page to = page(file);
        return new Entry(
                to.title(),
                Addresses.relative(from.address(), to.address()),
                to.file().equals(from.file()));
    }

    private Page page(String file) {
        Page page = pages.get(file);
        if (page == null) {
            throw new Failure("docs/site.txt names " + file + ", which isn't there.");
        }
        return page;
    }
}
