package dev.aisle.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A form of a page, as a browser would send it when somebody presses Enter.
 *
 * @param page where it was met
 * @param typed the names of the fields that are typed into
 * @param plain whether the script leaves it to the browser
 */
record PageForm(String page, String action, Map<String, String> fields, Set<String> typed, boolean plain) {
    private static final String TYPED =
            "input:not([type=hidden],[type=checkbox],[type=radio],[type=submit],[type=button]), textarea:not([hidden])";

    /** The forms of a page that change something. */
    static List<PageForm> of(String page, String html) {
        return Jsoup.parse(html).select("form[method=post]").stream()
                .map(form -> of(page, (FormElement) form))
                .toList();
    }

    private static PageForm of(String page, FormElement form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (KeyVal field : form.formData()) {
            fields.put(field.key(), field.value());
        }
        Element button = form.selectFirst("button:not([type=button])");
        if (button != null && button.hasAttr("name")) {
            fields.put(button.attr("name"), button.attr("value"));
        }
        Set<String> typed = form.select(TYPED).stream()
                .map(field -> field.attr("name"))
                .filter(fields::containsKey)
                .collect(Collectors.toSet());
        return new PageForm(page, form.attr("action"), fields, typed, form.hasAttr("data-plain"));
    }

    /** What is sent when all these fields hold this. */
    Map<String, String> with(Set<String> names, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        names.forEach(name -> changed.put(name, value));
        return changed;
    }

    /** Whether it is the same form on a later page. */
    boolean isAlso(PageForm later) {
        return later.action.equals(action)
                && later.fields.keySet().equals(fields.keySet())
                && later.fields.getOrDefault("step", "").equals(fields.getOrDefault("step", ""));
    }
}
