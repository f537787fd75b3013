package dev.aisle.e2e.clients;

import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts broker, issuer and event-ingest-service once for all classes that ask for a {@link Door}. */
final class DoorStack implements ParameterResolver {
    private record Running(Stack stack) implements AutoCloseable {
        @Override
        public void close() {
            stack.down();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Door.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(DoorStack.class))
                .computeIfAbsent(DoorStack.class, _ -> start(), Running.class);
        return new Door(running.stack());
    }

    private static Running start() {
        Path project = Path.of("..").toAbsolutePath().normalize();
        Layout layout = new Layout(project, Path.of("target/door"), new PortPlan(28280));
        Stack stack = new Stack(layout, new Progress(System.out));
        stack.down();
        stack.wipe();
        stack.up(Set.of(Part.KAFKA, Part.ISSUER, Part.INGEST));
        return new Running(stack);
    }
}
