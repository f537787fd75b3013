package dev.aisle.publish.site;

import dev.aisle.publish.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which pages stand in the navigation, in groups, in their order: {@code docs/site.txt}. */
record Navigation(List<Group> groups) {
    Navigation {
        groups = List.copyOf(groups);
    }

    /** A name and the files below it. */
    record Group(String name, List<String> files) {
        Group {
            files = List.copyOf(files);
        }
    }

    /** Reads lines: {@code # name} begins a group, every other line is a file or {@code folder/*}; an empty one says nothing. */
    static Navigation read(List<String> lines) {
        List<Group> groups = new ArrayList<>();
        List<String> files = new ArrayList<>();
        String name = "";
        for (String line : lines) {
            if (line.startsWith("# ")) {
                add(groups, name, files);
                name = line.substring(2).strip();
                files = new ArrayList<>();
            } else if (!line.isBlank()) {
                files.add(line.strip());
            }
        }
        add(groups, name, files);
        return new Navigation(groups);
    }

    private static void add(List<Group> groups, String name, List<String> files) {
        if (name.isEmpty() && !files.isEmpty()) {
            throw new Failure("docs/site.txt: " + files.getFirst() + " stands before the first group.");
        }
        if (!name.isEmpty()) {
            groups.add(new Group(name, files));
        }
    }

    /** The same with {@code folder/*} as the documents of that folder, and a last group of those that nothing names. */
    Navigation with(List<String> documents) {
        List<Group> all = new ArrayList<>();
        for (Group group : groups) {
            all.add(new Group(
                    group.name(),
                    group.files().stream()
                            .flatMap(file -> meant(file, documents))
                            .toList()));
        }
        List<String> named = new Navigation(all).files();
        List<String> rest =
                documents.stream().filter(file -> !named.contains(file)).toList();
        if (!rest.isEmpty()) {
            all.add(new Group("Further", rest));
        }
        return new Navigation(all);
    }

    private static Stream<String> meant(String file, List<String> documents) {
        if (!file.endsWith("/*")) {
            return Stream.of(file);
        }
        String folder = file.substring(0, file.length() - 1);
        return documents.stream().filter(one -> one.startsWith(folder));
    }

    List<String> files() {
        return groups.stream().flatMap(group -> group.files().stream()).toList();
    }
}
