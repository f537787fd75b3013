package dev.aisle.shop;

import java.util.Collection;
import java.util.Set;

/** An element of a page. Whatever is text becomes text: there is no way in for markup but {@link #trusted}. */
final class Html {
    private static final Set<String> EMPTY = Set.of("img", "input", "link", "meta");

    private final String name;
    private final StringBuilder start;
    private final StringBuilder inside = new StringBuilder();

    private Html(String name) {
        this.name = name;
        this.start = new StringBuilder("<").append(name);
    }

    static Html tag(String name) {
        return new Html(name);
    }

    static Html tag(String name, String styleClass) {
        return tag(name).with("class", styleClass);
    }

    Html with(String attribute, String value) {
        start.append(' ').append(attribute).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    Html text(String text) {
        inside.append(escaped(text));
        return this;
    }

    Html add(Html... children) {
        for (Html child : children) {
            inside.append(child);
        }
        return this;
    }

    Html add(Collection<Html> children) {
        children.forEach(inside::append);
        return this;
    }

    /** Markup that the shop itself has made. */
    Html trusted(String markup) {
        inside.append(markup);
        return this;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return EMPTY.contains(name) ? start + ">" : start + ">" + inside + "</" + name + ">";
    }
}
