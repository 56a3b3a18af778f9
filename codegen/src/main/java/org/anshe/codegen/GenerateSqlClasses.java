package org.anshe.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.anshe.postgres.EmbeddedPostgres;
import org.anshe.postgres.ModuleMigrations;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Migrates an empty PostgreSQL and writes jOOQ classes: the tables of module m into {@code org.anshe.m.internal.db},
 * where no other module can reach them, and the published views ({@code pub_*}) of all modules into {@code
 * org.anshe.report.internal.db.published}, since only the report module reads across.
 */
public final class GenerateSqlClasses {

    private GenerateSqlClasses() {}

    /** Arguments: migration folder, output folder, working folder. Does nothing when the migrations are unchanged. */
    public static void main(String[] args) throws Exception {
        Path migrations = Path.of(args[0]).toAbsolutePath();
        Path output = Path.of(args[1]).toAbsolutePath();
        Path work = Path.of(args[2]).toAbsolutePath();
        String fingerprint = fingerprint(migrations);
        Path mark = work.resolveSibling("generated-resources/db/migrations.sha256");
        if (Files.exists(mark) && Files.readString(mark).equals(fingerprint) && Files.exists(output)) {
            return;
        }
        delete(output);
        delete(work);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(work, EmbeddedPostgres.Durability.VOLATILE)) {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(server.jdbcUrl());
            dataSource.setUser(server.user());
            dataSource.setPassword(server.password());
            ModuleMigrations.migrate(dataSource, "filesystem:" + migrations);
            for (String module : ModuleMigrations.ORDER) {
                if (Files.isDirectory(migrations.resolve(module))) {
                    generate(
                            server,
                            module,
                            ".*",
                            "schema_history|pub_.*",
                            "org.anshe." + module + ".internal.db",
                            output);
                    generate(server, module, "pub_.*", "", "org.anshe.report.internal.db.published." + module, output);
                }
            }
        }
        delete(work);
        Files.createDirectories(mark.getParent());
        Files.writeString(mark, fingerprint);
    }

    private static void generate(
            EmbeddedPostgres server, String schema, String includes, String excludes, String target, Path output)
            throws Exception {
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withUrl(server.jdbcUrl())
                        .withUser(server.user())
                        .withPassword(server.password()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema(schema)
                                .withIncludes(includes)
                                .withExcludes(excludes)
                                .withIncludeRoutines(false)
                                .withForcedTypes(new ForcedType()
                                        .withName("INSTANT")
                                        .withIncludeTypes("timestamp with time zone|timestamptz.*")))
                        .withGenerate(new Generate()
                                .withGlobalObjectReferences(true)
                                .withRecords(true)
                                .withPojos(false)
                                .withFluentSetters(true)
                                .withJavaTimeTypes(true))
                        .withTarget(new Target()
                                .withPackageName(target)
                                .withDirectory(output.toString())
                                .withClean(false))));
    }

    private static String fingerprint(Path migrations) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("5".getBytes(StandardCharsets.UTF_8));
        List<Path> files;
        try (Stream<Path> all = Files.walk(migrations)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            digest.update(migrations.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
