package dev.aisle.publish.site;

import java.util.List;

/**
 * A page without its frame.
 *
 * @param file     what it is made of, from the project's folder; a reference has the name that it would have
 * @param title    its first heading
 * @param body     HTML
 * @param sections in their order, the first is the page's own
 * @param links    to other places of the project, pictures among them
 */
record Page(String file, String title, String body, List<Section> sections, List<Link> links) {
    Page {
        sections = List.copyOf(sections);
        links = List.copyOf(links);
    }

    public String address() {
        return Addresses.of(file);
    }

    boolean has(String anchor) {
        return sections.stream().anyMatch(section -> section.slug().equals(anchor));
    }

    /** Headings of the second level, when there are enough of them to be listed. */
    public List<Section> contents() {
        List<Section> second =
                sections.stream().filter(section -> section.level() == 2).toList();
        return second.size() < 3 ? List.of() : second;
    }
}
