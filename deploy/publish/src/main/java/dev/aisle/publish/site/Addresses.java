package dev.aisle.publish.site;

import java.nio.file.Path;
import java.util.Optional;

/** Where files of the project stand on the site. Paths have slashes and begin at the project's folder or at the site's. */
final class Addresses {
    private static final String DOCS = "docs/";
    private static final String README = "README.md";

    private Addresses() {}

    /** {@code docs/search.md} is {@code search.html}, {@code privacy-service/README.md} is {@code privacy-service/index.html}; other files keep their names. */
    static String of(String file) {
        String path = file.startsWith(DOCS) ? file.substring(DOCS.length()) : file;
        if (path.equals(README) || path.endsWith("/" + README)) {
            return path.substring(0, path.length() - README.length()) + "index.html";
        }
        return isPage(path) ? path.substring(0, path.length() - ".md".length()) + ".html" : path;
    }

    static boolean isPage(String file) {
        return file.endsWith(".md");
    }

    /** The file that a link means, from the file in which it stands; empty when it leads out of the project. */
    static Optional<String> target(String file, String link) {
        Path path = Path.of(file).resolveSibling(link).normalize();
        return path.startsWith("..") ? Optional.empty() : Optional.of(path.toString());
    }

    /** How a page leads to another. */
    static String relative(String from, String to) {
        Path folder = Optional.ofNullable(Path.of(from).getParent()).orElse(Path.of(""));
        return folder.relativize(Path.of(to)).toString();
    }

    /** The way from a page to the site's folder: nothing, or {@code ../} as often as it lies deep. */
    static String up(String from) {
        return "../".repeat((int) from.chars().filter(c -> c == '/').count());
    }
}
