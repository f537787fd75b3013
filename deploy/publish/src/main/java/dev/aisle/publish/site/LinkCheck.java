package dev.aisle.publish.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds links within the project that lead nowhere. */
final class LinkCheck {
    private LinkCheck() {}

    /**
     * @param pages by their files
     * @param file  whether there is such a file in the project
     * @return a line for each dead link, naming where it stands and what it means
     */
    static List<String> dead(Map<String, Page> pages, Predicate<String> file) {
        List<String> dead = new ArrayList<>();
        for (Page page : pages.values()) {
            for (Link link : page.links()) {
                Page target = pages.get(link.file());
                if (target == null ? !file.test(link.file()) || Addresses.isPage(link.file()) : missing(target, link)) {
                    dead.add(page.file() + ": " + link.written());
                }
            }
        }
        return dead;
    }

    private static boolean missing(Page target, Link link) {
        return !link.anchor().isEmpty() && !target.has(link.anchor());
    }
}
