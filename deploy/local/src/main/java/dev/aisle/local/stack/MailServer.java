package dev.aisle.local.stack;

import java.nio.file.Path;
import java.util.Map;

/** Takes the mail of the local stack, sends none on, and shows it in a browser. */
final class MailServer implements Blueprint {
    private static final int HEAP_MEGABYTES = 64;
    private static final String JAR = "aisle-mail-0.1.0-SNAPSHOT.jar";

    private final Layout layout;

    MailServer(Layout layout) {
        this.layout = layout;
    }

    @Override
    public Part part() {
        return Part.MAIL;
    }

    @Override
    public Path artifact() {
        return module().resolve("target").resolve(JAR);
    }

    private Path module() {
        return layout.project().resolve("deploy/mail");
    }

    @Override
    public Launch launch() {
        var command = Jvm.command(
                HEAP_MEGABYTES,
                Jvm.quickStart(),
                "-cp",
                Jvm.classPath(artifact(), module()),
                "dev.aisle.mail.MailCatcher",
                Integer.toString(layout.ports().smtp()),
                Integer.toString(layout.ports().of(Part.MAIL)));
        return new Launch(command, Map.of(), layout.home(), layout.log(Part.MAIL));
    }

    @Override
    public boolean ready() {
        return Probe.ok(layout.ports().http(Part.MAIL).resolve("/"));
    }
}
