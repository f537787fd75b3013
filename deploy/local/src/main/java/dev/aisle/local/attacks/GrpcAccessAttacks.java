package dev.aisle.local.attacks;

import dev.aisle.local.stack.Part;
import io.grpc.Channel;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Attacks on who may call what by gRPC: forged tokens, tokens of the wrong role, and asking what there is. */
final class GrpcAccessAttacks {
    private static final List<Part> SERVICES = List.of(Part.PROFILE, Part.RECOMMENDER);
    private static final List<String> REFLECTION = List.of(
            "grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
            "grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo");
    private static final byte[] NOTHING = {};
    /** list_services: "*", field 7 of a request for reflection. */
    private static final byte[] LIST = {58, 1, '*'};

    private GrpcAccessAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "forged-tokens-by-grpc",
                        "No forged token opens a call of gRPC",
                        GrpcAccessAttacks::forgedTokens),
                new Attack(
                        "wrong-roles-by-grpc",
                        "Each call of gRPC in docs/security/authorisation.txt lets in its roles and nobody else",
                        GrpcAccessAttacks::wrongRoles),
                new Attack(
                        "reflection-without-token",
                        "Nobody learns by reflection what there is before showing a token",
                        GrpcAccessAttacks::reflection));
    }

    private record Method(Part part, String name, List<String> roles) {
        static Method of(String line) {
            List<String> words = List.of(line.split(" ", -1));
            Part part = SERVICES.stream()
                    .filter(one -> one.label().equals(words.getFirst()))
                    .findFirst()
                    .orElseThrow();
            return new Method(part, words.get(2), words.subList(3, words.size()));
        }
    }

    private static List<Method> methods(Target target) throws IOException {
        return Files.readAllLines(target.layout().project().resolve("docs/security/authorisation.txt")).stream()
                .filter(line -> line.contains(" GRPC "))
                .map(Method::of)
                .toList();
    }

    private static AttackResult forgedTokens(Target target) throws IOException, GeneralSecurityException {
        Map<String, String> forged = ForgedTokens.of(
                        target.ports().issuer(), target.layout().project())
                .all();
        List<String> opened = new ArrayList<>();
        for (Part part : SERVICES) {
            Method method = methods(target).stream()
                    .filter(one -> one.part() == part)
                    .findFirst()
                    .orElseThrow();
            GrpcCalls.with(
                    target,
                    part,
                    channel -> forged.forEach((what, token) -> {
                        Status status =
                                GrpcCalls.status(GrpcCalls.bearing(channel, "Bearer " + token), method.name(), NOTHING);
                        if (status.getCode() != Status.Code.UNAUTHENTICATED) {
                            opened.add(method.name() + " with a token that is " + what + ": " + status.getCode());
                        }
                    }));
        }
        return AttackResult.of(opened, forged.size() + " forged tokens at two services");
    }

    private static AttackResult wrongRoles(Target target) throws IOException {
        List<String> opened = new ArrayList<>();
        int[] asked = new int[1];
        for (Method method : methods(target)) {
            GrpcCalls.with(target, method.part(), channel -> {
                for (String role : AccessAttacks.ROLES) {
                    if (!method.roles().contains(role)) {
                        asked[0]++;
                        Channel client = GrpcCalls.as(target, channel, method.part(), role.replace(':', '-'));
                        Status status = GrpcCalls.status(client, method.name(), NOTHING);
                        if (status.getCode() != Status.Code.PERMISSION_DENIED) {
                            opened.add(method.name() + " by " + role + ": " + status.getCode());
                        }
                    }
                }
            });
        }
        return AttackResult.of(opened, asked[0] + " pairs of call and role");
    }

    private static AttackResult reflection(Target target) {
        List<String> told = new ArrayList<>();
        for (Part part : SERVICES) {
            GrpcCalls.with(
                    target,
                    part,
                    channel -> REFLECTION.forEach(method -> {
                        Status status = GrpcCalls.status(channel, method, LIST);
                        if (status.getCode() != Status.Code.UNAUTHENTICATED) {
                            told.add(part.label() + " " + method + ": " + status.getCode());
                        }
                    }));
        }
        return AttackResult.of(told, REFLECTION.size() + " versions of reflection at two services");
    }
}
