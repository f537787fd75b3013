package dev.aisle.publish.site;

import dev.aisle.publish.Failure;
import dev.aisle.publish.reference.Api;
import dev.aisle.publish.reference.Configuration;
import dev.aisle.publish.reference.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The pages of a project: what lies in docs, what that leads to, and the references that are made. */
public final class Site {
    static final String REFERENCE = "docs/reference/";
    private static final String DECISIONS = "docs/decisions";
    private static final String README = "README.md";
    private static final String TOKENS_END = "*, *::before";
    private static final List<String> SERVICES = List.of(
            "event-ingest-service", "profile-service", "recommender-service", "campaign-service", "privacy-service");

    private final Path project;
    private final Navigation navigation;
    private final Markdown markdown;
    private final Map<String, Page> pages = new TreeMap<>();
    private final List<String> withoutApi = new ArrayList<>();

    private Site(Path project) {
        this.project = project;
        this.navigation = Navigation.read(lines(project.resolve("docs/site.txt")))
                .with(documents(project).stream()
                        .filter(file -> !file.startsWith(DECISIONS + "/"))
                        .toList());
        this.markdown = new Markdown(path -> Files.isDirectory(project.resolve(path)));
    }

    /** Reads a project. */
    public static Site of(Path project) {
        Site site = new Site(project);
        site.make();
        return site;
    }

    private void make() {
        made("configuration", Configuration.of(project).page());
        Map<String, String> contracts = Contracts.of(project).pages();
        contracts.forEach((name, page) -> made("contracts/" + name, page));
        made(
                "contracts/README",
                list("Contracts", "Messages of the topics and calls of gRPC, a page a package.", contracts.keySet()));
        List<String> described = new ArrayList<>();
        for (String service : SERVICES) {
            Path document = Api.document(project, service);
            if (Files.exists(document)) {
                made(
                        "api/" + service,
                        Api.of(document, text(project.resolve(service).resolve("README.md")))
                                .page(service));
                described.add(service);
            } else {
                withoutApi.add(service);
            }
        }
        made("api/README", list("API", "The calls over HTTP, a page a service.", described));
        Deque<String> open = new ArrayDeque<>(documents(project));
        open.addAll(navigation.files());
        while (!open.isEmpty()) {
            read(open.remove(), open);
        }
        decisions();
        folders();
    }

    /** Services whose build hasn't left an OpenAPI document: their calls are missing. */
    public List<String> withoutApi() {
        return List.copyOf(withoutApi);
    }

    private void made(String name, String text) {
        String file = REFERENCE + name + ".md";
        pages.put(file, markdown.page(file, text));
    }

    private static String list(String title, String told, Iterable<String> names) {
        StringBuilder page = new StringBuilder("# " + title + "\n\n" + told + "\n\n");
        names.forEach(name ->
                page.append("- [").append(name).append("](").append(name).append(".md)\n"));
        return page.toString();
    }

    private static List<String> documents(Path project) {
        try (Stream<Path> files = Files.walk(project.resolve("docs"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(file -> project.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read docs", e);
        }
    }

    /** A page, and what it leads to. */
    private void read(String file, Deque<String> open) {
        Path path = project.resolve(file);
        if (pages.containsKey(file) || !Files.exists(path)) {
            return;
        }
        Page page = markdown.page(file, text(path));
        pages.put(file, page);
        page.links().stream().map(Link::file).filter(Addresses::isPage).forEach(open::add);
    }

    private void decisions() {
        StringBuilder list = new StringBuilder("# Decisions\n\nWhy it is as it is, and what was not taken.\n\n");
        pages.values().stream()
                .filter(page -> page.file().startsWith(DECISIONS + "/0"))
                .forEach(page -> list.append("- [")
                        .append(page.title().replace("[", "\\["))
                        .append("](")
                        .append(page.file().substring(DECISIONS.length() + 1))
                        .append(")\n"));
        list.append("\n[Libraries and their licences](dependencies.md)\n");
        String file = DECISIONS + "/README.md";
        pages.computeIfAbsent(file, name -> markdown.page(name, list.toString()));
    }

    /** A folder that something leads to, and that has no README, is the list of its pages. */
    private void folders() {
        List<String> meant = pages.values().stream()
                .flatMap(page -> page.links().stream())
                .map(Link::file)
                .filter(file -> file.endsWith(README) && !pages.containsKey(file))
                .distinct()
                .toList();
        for (String file : meant) {
            String folder = file.substring(0, file.length() - README.length());
            StringBuilder list = new StringBuilder("# Pages of " + folder + "\n\n");
            pages.values().stream()
                    .filter(page ->
                            page.file().startsWith(folder) && !page.file().endsWith(README))
                    .forEach(page -> list.append("- [")
                            .append(page.title().replace("[", "\\["))
                            .append("](")
                            .append(page.file().substring(folder.length()))
                            .append(")\n"));
            pages.put(file, markdown.page(file, list.toString()));
        }
    }

    /** Links and pictures within the project that lead nowhere, and what the navigation names in vain; a line each. */
    public List<String> faults() {
        List<String> faults =
                new ArrayList<>(LinkCheck.dead(pages, file -> Files.isRegularFile(project.resolve(file))));
        navigation.files().stream()
                .filter(file -> !pages.containsKey(file) && !isMissingApi(file))
                .forEach(file -> faults.add("docs/site.txt: " + file));
        return faults;
    }

    private boolean isMissingApi(String file) {
        return withoutApi.stream().anyMatch(service -> file.equals(REFERENCE + "api/" + service + ".md"));
    }

    /** How many pages there are. */
    public int size() {
        return pages.size();
    }

    /**
     * Writes the pages and what they show into a folder. What lies there already stays unless it is overwritten.
     *
     * @param version stands at the foot of each page
     */
    public void write(Path folder, String version) {
        Frame frame = new Frame(navigation, pages, version);
        for (Page page : pages.values()) {
            put(folder.resolve(page.address()), frame.of(page));
            page.links().stream()
                    .filter(link -> !Addresses.isPage(link.file()))
                    .forEach(link -> copy(link.file(), folder.resolve(Addresses.of(link.file()))));
        }
        put(folder.resolve("assets/site.css"), tokens() + Frame.resource("site.css"));
        put(folder.resolve("assets/site.js"), Frame.resource("site.js"));
        put(folder.resolve("assets/search-index.js"), SearchIndex.of(pages.values()));
        copy(
                "platform/src/main/resources/META-INF/resources/console/assets/icon.svg",
                folder.resolve("assets/icon.svg"));
    }

    /** Colours and type are those of the consoles, light and dark. */
    private String tokens() {
        String css = text(project.resolve("platform/src/main/resources/META-INF/resources/console/assets/console.css"));
        int end = css.indexOf(TOKENS_END);
        if (end < 0) {
            throw new Failure(
                    "console.css has no line that begins with " + TOKENS_END + ", before which its colours stand.");
        }
        return css.substring(css.indexOf(":root"), end);
    }

    private void copy(String file, Path target) {
        try {
            Path source = project.resolve(file);
            if (Files.isRegularFile(source)) {
                Files.createDirectories(parent(target));
                Files.write(target, Files.readAllBytes(source));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy " + file, e);
        }
    }

    private static void put(Path file, String text) {
        try {
            Files.createDirectories(parent(file));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new Failure(file + " is no file that can be written.");
        }
        return parent;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }
}
