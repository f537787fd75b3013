package dev.aisle.local.client;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the pages of a console by following its links. */
public final class ConsolePages {
    private static final Pattern LINK = Pattern.compile("href=\"(/console/[^\"#]+)\"");
    /** Of pages that differ in an id or in what they ask for, so many are read. */
    private static final int ALIKE = 3;

    private static final Pattern ID = Pattern.compile("/[^/]*[0-9][^/]*|\\?.*");

    private final SignedInBrowser browser;

    public ConsolePages(SignedInBrowser browser) {
        this.browser = browser;
    }

    /** The pages that can be reached from one within its area, that one first. */
    public List<URI> from(URI first) {
        var area = first.getPath();
        var pages = new ArrayList<URI>();
        var seen = new HashSet<URI>(Set.of(first));
        var kinds = new ArrayList<String>();
        Deque<URI> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            var page = open.remove();
            var kind = ID.matcher(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()))
                    .replaceAll("/*");
            if (kinds.stream().filter(kind::equals).count() >= ALIKE) {
                continue;
            }
            var answer = browser.read(page);
            if (!isPage(answer)) {
                continue;
            }
            kinds.add(kind);
            pages.add(page);
            LINK.matcher(answer.body())
                    .results()
                    .map(link -> page.resolve(link.group(1).replace("&amp;", "&")))
                    .filter(link -> link.getPath().startsWith(area))
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return pages;
    }

    private static boolean isPage(HttpResponse<String> answer) {
        return answer.statusCode() == 200
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }
}
