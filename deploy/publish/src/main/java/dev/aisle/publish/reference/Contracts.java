package dev.aisle.publish.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The messages of the topics and the calls of gRPC, a page a package. */
public final class Contracts {
    private final Map<String, String> pages = new TreeMap<>();

    private Contracts() {}

    /** Reads the contracts of a project. */
    public static Contracts of(Path project) {
        Contracts contracts = new Contracts();
        try (Stream<Path> files = Files.walk(project.resolve("contracts/src/main/proto"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".proto"))
                    .sorted()
                    .toList()) {
                ProtoFile read = ProtoFile.read(Files.readAllLines(file));
                contracts.pages.merge(
                        read.name(), head(read.name()) + types(read), (before, more) -> before + types(read));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the contracts", e);
        }
        return contracts;
    }

    /** Package → page in Markdown. */
    public Map<String, String> pages() {
        return pages;
    }

    private static String head(String name) {
        return "# " + name + "\n\nRead from the `.proto` files of `contracts`.\n";
    }

    private static String types(ProtoFile file) {
        StringBuilder page = new StringBuilder();
        for (ProtoFile.Type type : file.types()) {
            page.append("\n## ").append(type.name()).append("\n\n");
            page.append("*")
                    .append(type.kind())
                    .append(".* ")
                    .append(Markup.cell(type.told()))
                    .append("\n\n");
            if (!type.members().isEmpty()) {
                members(page, file, type);
            }
        }
        return page.toString();
    }

    private static void members(StringBuilder page, ProtoFile file, ProtoFile.Type type) {
        boolean service = type.kind().equals("service");
        boolean values = type.kind().equals("enum");
        page.append(
                service
                        ? "| call | takes → answers | |\n|---|---|---|\n"
                        : values
                                ? "| value | no. | |\n|---|---|---|\n"
                                : "| field | form | no. | |\n|---|---|---|---|\n");
        for (ProtoFile.Member member : type.members()) {
            page.append("| ").append(Markup.code(member.name())).append(" | ");
            if (!values) {
                page.append(linked(file, type, member.form())).append(" | ");
            }
            if (!service) {
                page.append(member.number()).append(" | ");
            }
            page.append(Markup.cell(member.told())).append(" |\n");
        }
    }

    /** The types of this file in it are links to where they stand. */
    private static String linked(ProtoFile file, ProtoFile.Type within, String form) {
        List<String> parts = List.of(form.split("(?<=[^\\w.])|(?=[^\\w.])", -1));
        StringBuilder linked = new StringBuilder();
        for (String part : parts) {
            file.types().stream()
                    .map(ProtoFile.Type::name)
                    .filter(name -> name.equals(within.name() + "." + part) || name.equals(part))
                    .findFirst()
                    .ifPresentOrElse(
                            name -> linked.append("[`")
                                    .append(part)
                                    .append("`](#")
                                    .append(slug(name))
                                    .append(')'),
                            () -> linked.append(
                                    part.isBlank()
                                            ? part
                                            : part.matches("[\\w.]+") ? "`" + part + "`" : escaped(part)));
        }
        return linked.toString();
    }

    private static String escaped(String mark) {
        return mark.replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String slug(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace(".", "");
    }
}
