package dev.aisle.publish.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A .proto file in the form in which the contracts are written: one statement a line, comments above it or behind it.
 *
 * @param name  the package
 * @param types services, messages and enumerations in their order, nested ones after what contains them
 */
record ProtoFile(String name, List<Type> types) {
    ProtoFile {
        types = List.copyOf(types);
    }

    /** A service, a message or an enumeration; {@code Outer.Inner} for a nested one. */
    record Type(String kind, String name, String told, List<Member> members) {
        Type {
            members = List.copyOf(members);
        }
    }

    /**
     * A method, a field or a value.
     *
     * @param form   the type of a field, what a method takes and answers; empty for a value
     * @param number of a field or value; empty for a method
     */
    record Member(String name, String form, String number, String told) {}

    private static final Pattern OPEN = Pattern.compile("(service|message|enum|oneof)\\s+(\\w+)\\s*\\{\\s*(\\})?.*");
    private static final Pattern CALL =
            Pattern.compile("rpc\\s+(\\w+)\\s*\\((stream )?([\\w.]+)\\)\\s*returns\\s*\\((stream )?([\\w.]+)\\).*");
    private static final Pattern FIELD = Pattern.compile(
            "((?:repeated |optional )?(?:map<[^>]+>|[\\w.]+))\\s+(\\w+)\\s*=\\s*(\\d+)\\s*(?:\\[.*)?;?\\s*(?://\\s*(.*))?");
    private static final Pattern VALUE = Pattern.compile("(\\w+)\\s*=\\s*(-?\\d+)\\s*(?:\\[.*)?;\\s*(?://\\s*(.*))?");

    /** Reads the lines of a file. */
    static ProtoFile read(List<String> lines) {
        return new Reading().read(lines);
    }

    private static final class Reading {
        private record Open(String kind, String name, String told, List<Member> members, int place) {}

        private final List<Optional<Type>> types = new ArrayList<>();
        private final List<Open> open = new ArrayList<>();
        private final StringBuilder comment = new StringBuilder();
        private String name = "";

        ProtoFile read(List<String> lines) {
            for (String line : lines) {
                statement(line.strip());
            }
            return new ProtoFile(name, types.stream().flatMap(Optional::stream).toList());
        }

        private void statement(String line) {
            if (line.startsWith("//")) {
                comment.append(line.substring(2).strip()).append(' ');
                return;
            }
            Matcher opened = OPEN.matcher(line);
            if (line.startsWith("package ")) {
                name = line.substring("package ".length()).replace(";", "").strip();
            } else if (opened.matches()) {
                open(opened.group(1), opened.group(2));
                if (opened.group(3) != null) {
                    close();
                }
            } else if (line.startsWith("}")) {
                close();
            } else if (!open.isEmpty()) {
                member(line);
            }
            comment.setLength(0);
        }

        private void open(String kind, String called) {
            String outer = open.isEmpty() ? "" : open.getLast().name() + ".";
            // The fields of a oneof are fields of its message.
            boolean choice = kind.equals("oneof");
            List<Member> members = choice ? open.getLast().members() : new ArrayList<>();
            open.add(new Open(kind, choice ? open.getLast().name() : outer + called, told(""), members, types.size()));
            if (!choice) {
                types.add(Optional.empty());
            }
        }

        private void close() {
            if (open.isEmpty()) {
                return;
            }
            Open done = open.removeLast();
            if (!done.kind().equals("oneof")) {
                types.set(done.place(), Optional.of(new Type(done.kind(), done.name(), done.told(), done.members())));
            }
        }

        private void member(String line) {
            List<Member> members = open.getLast().members();
            Matcher call = CALL.matcher(line);
            Matcher field = FIELD.matcher(line);
            Matcher value = VALUE.matcher(line);
            if (call.matches()) {
                String takes = (call.group(2) == null ? "" : "stream ") + call.group(3);
                String answers = (call.group(4) == null ? "" : "stream ") + call.group(5);
                members.add(new Member(call.group(1), takes + " → " + answers, "", told("")));
            } else if (open.getLast().kind().equals("enum") && value.matches()) {
                members.add(new Member(value.group(1), "", value.group(2), told(value.group(3))));
            } else if (!line.startsWith("option ") && !line.startsWith("reserved ") && field.matches()) {
                members.add(new Member(field.group(2), field.group(1), field.group(3), told(field.group(4))));
            }
        }

        private String told(@org.jspecify.annotations.Nullable String behind) {
            return (comment + (behind == null ? "" : behind)).strip();
        }
    }
}
