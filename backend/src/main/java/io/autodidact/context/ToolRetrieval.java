package io.autodidact.context;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import tools.jackson.databind.JsonNode;

/**
 * Finds the operations a request needs among any number of them: BM25 over their words and nearness
 * of meaning, joined by reciprocal rank (Cormack et al. 2009, k = 60). Thread-safe.
 */
public final class ToolRetrieval {
  private static final int CANDIDATES = 40;
  private static final int RESULT_DEPTH = 3;
  private static final double RANK_OFFSET = 60;
  private static final Pattern PARTS =
      Pattern.compile("(?<=[.?!;])\\s+|,\\s+(and\\s+)?(then\\s+)?(?=\\p{Ll})");

  private final Toolbox tools;
  private final Embedder embedder;
  private final IndexSearcher searcher;
  private final Lookups lookups;

  private ToolRetrieval(Toolbox tools, Embedder embedder, IndexSearcher searcher) {
    this.tools = tools;
    this.embedder = embedder;
    this.searcher = searcher;
    this.lookups = new Lookups(tools.all());
  }

  /** Builds the index in memory; embeds every operation once. */
  public static ToolRetrieval index(Toolbox tools, Embedder embedder) {
    var all = List.copyOf(tools.all());
    var vectors = embedder.embed(all.stream().map(ToolRetrieval::meaning).toList());
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      for (int i = 0; i < all.size(); i++) {
        writer.addDocument(document(all.get(i), vectors.get(i)));
      }
      writer.commit();
      return new ToolRetrieval(tools, embedder, new IndexSearcher(DirectoryReader.open(directory)));
    } catch (IOException e) {
      throw new UncheckedIOException("The index of operations can not be built in memory", e);
    }
  }

  private static Document document(Tool tool, float[] vector) {
    var document = new Document();
    document.add(new StoredField("name", tool.name()));
    document.add(new TextField("words", String.join(" ", Words.of(text(tool))), Field.Store.NO));
    document.add(new KnnFloatVectorField("meaning", vector, VectorSimilarityFunction.DOT_PRODUCT));
    return document;
  }

  private static String text(Tool tool) {
    var parameters =
        String.join(" ", tool.parameters().stream().map(Tool.Parameter::name).toList());
    var path = String.join(" ", tool.operation().path());
    return String.join(" ", meaning(tool), path, parameters, results(tool));
  }

  /** The fields of what comes back: a question names them. */
  private static String results(Tool tool) {
    return tool.operation().result().stream()
        .flatMap(schema -> fields(schema, RESULT_DEPTH))
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> fields(JsonNode schema, int depth) {
    if (depth == 0) {
      return Stream.empty();
    }
    var own =
        schema.path("properties").properties().stream()
            .flatMap(
                one -> Stream.concat(Stream.of(one.getKey()), fields(one.getValue(), depth - 1)));
    return Stream.concat(
        own, schema.has("items") ? fields(schema.path("items"), depth) : Stream.of());
  }

  private static String meaning(Tool tool) {
    return tool.name().replace('_', ' ') + ". " + tool.operation().summary();
  }

  /**
   * The operations for a request: the ones that fit it best, each followed by those that find the
   * ids it needs. The parts of a request take turns, so that none goes without.
   */
  public List<Tool> forRequest(String request, int count) {
    var byPart =
        PARTS
            .splitAsStream(request)
            .filter(part -> !part.isBlank())
            .map(part -> find(part, count).iterator())
            .toList();
    var chosen = new LinkedHashSet<Tool>();
    while (chosen.size() < count && byPart.stream().anyMatch(Iterator::hasNext)) {
      for (var part : byPart) {
        if (part.hasNext()) {
          var tool = part.next();
          chosen.add(tool);
          chosen.addAll(lookups.of(tool));
        }
      }
    }
    return chosen.stream().limit(count).toList();
  }

  /** The operations that fit the words best, the best first. */
  public List<Tool> find(String words, int count) {
    var scores = new HashMap<String, Double>();
    try {
      addRanks(scores, lexical(words));
      var vector = embedder.embed(List.of(words)).getFirst();
      addRanks(scores, new KnnFloatVectorQuery("meaning", vector, CANDIDATES));
    } catch (IOException e) {
      throw new UncheckedIOException("The index of operations can not be read", e);
    }
    return scores.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(count)
        .map(entry -> tools.find(entry.getKey()).orElseThrow())
        .toList();
  }

  private static Query lexical(String words) {
    var query = new BooleanQuery.Builder();
    new LinkedHashSet<>(Words.of(words))
        .stream()
            .limit(IndexSearcher.getMaxClauseCount())
            .forEach(
                word ->
                    query.add(new TermQuery(new Term("words", word)), BooleanClause.Occur.SHOULD));
    return query.build();
  }

  private void addRanks(Map<String, Double> scores, Query query) throws IOException {
    var hits = searcher.search(query, CANDIDATES).scoreDocs;
    var stored = searcher.storedFields();
    for (int rank = 0; rank < hits.length; rank++) {
      var name = stored.document(hits[rank].doc).get("name");
      scores.merge(name, 1 / (RANK_OFFSET + rank + 1), Double::sum);
    }
  }
}
