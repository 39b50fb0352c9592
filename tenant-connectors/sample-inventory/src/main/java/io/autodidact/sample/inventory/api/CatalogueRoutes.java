package io.autodidact.sample.inventory.api;

import io.autodidact.sample.inventory.catalogue.Category;
import io.autodidact.sample.inventory.catalogue.CategoryData;
import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.catalogue.ItemChange;
import io.autodidact.sample.inventory.catalogue.ItemData;
import io.autodidact.sample.inventory.catalogue.ItemFilter;
import io.autodidact.sample.inventory.http.Call;
import io.autodidact.sample.inventory.http.Fields;
import io.autodidact.sample.inventory.http.Reply;
import io.autodidact.sample.inventory.http.Shape;
import io.autodidact.sample.inventory.workspace.Workspace;
import java.util.function.Predicate;

/** Categories and items. */
final class CatalogueRoutes {

  private static final int NAME = 80;
  private static final int SKU = 40;
  private static final int DESCRIPTION = 500;

  private CatalogueRoutes() {}

  static void addTo(Operations operations) {
    operations
        .add("create_category", "POST", "/categories", CatalogueRoutes::createCategory)
        .add("list_categories", "GET", "/categories", CatalogueRoutes::listCategories)
        .add(
            "delete_category",
            "DELETE",
            "/categories/{categoryId}",
            CatalogueRoutes::deleteCategory)
        .add("create_item", "POST", "/items", CatalogueRoutes::createItem)
        .add("list_items", "GET", "/items", CatalogueRoutes::listItems)
        .add("get_item", "GET", "/items/{itemId}", CatalogueRoutes::getItem)
        .add("update_item", "PATCH", "/items/{itemId}", CatalogueRoutes::updateItem)
        .add("delete_item", "DELETE", "/items/{itemId}", CatalogueRoutes::deleteItem);
  }

  private static Reply createCategory(Workspace workspace, Call call) {
    Fields fields = call.properties();
    var name = fields.required("name", Shape.text(NAME));
    var description = fields.optional("description", Shape.text(DESCRIPTION));
    Category category =
        workspace
            .categories()
            .add(fields.into(() -> new CategoryData(name.get(), description.get())));
    return Reply.created("/categories/" + category.id().value(), CategoryView.of(category));
  }

  private static Reply listCategories(Workspace workspace, Call call) {
    Fields fields = call.parameters();
    var search = Paging.search(fields);
    var page = Paging.page(fields);
    return Reply.ok(
        fields
            .into(() -> workspace.categories().page(search.get(), page.get()))
            .map(CategoryView.Row::of));
  }

  private static Reply deleteCategory(Workspace workspace, Call call) {
    workspace.categories().remove(call.id("categoryId"), workspace.items());
    return Reply.noContent();
  }

  private static Reply createItem(Workspace workspace, Call call) {
    Fields fields = call.properties();
    var name = fields.required("name", Shape.text(NAME));
    var sku = fields.required("sku", Shape.text(SKU));
    var categoryId = fields.required("categoryId", Shape.<Category>id());
    var price = fields.required("price", Shape.money());
    var description = fields.optional("description", Shape.text(DESCRIPTION));
    var reorderLevel = fields.optional("reorderLevel", Shape.number(0, Shape.MOST));
    Item item =
        workspace
            .items()
            .add(
                fields.into(
                    () ->
                        new ItemData(
                            name.get(),
                            sku.get(),
                            categoryId.get(),
                            price.get(),
                            description.get(),
                            reorderLevel.get().orElse(0))));
    return Reply.created("/items/" + item.id().value(), ItemView.of(item, workspace.levels()));
  }

  private static Reply listItems(Workspace workspace, Call call) {
    Fields fields = call.parameters();
    var search = Paging.search(fields);
    var categoryId = fields.optional("categoryId", Shape.<Category>id());
    var discontinued = fields.optional("discontinued", Shape.flag());
    var lowStock = fields.optional("lowStock", Shape.flag());
    var page = Paging.page(fields);
    return Reply.ok(
        fields
            .into(
                () -> {
                  var filter = new ItemFilter(search.get(), categoryId.get(), discontinued.get());
                  Predicate<Item> low =
                      item ->
                          lowStock
                              .get()
                              .map(wanted -> wanted == isLow(item, workspace))
                              .orElse(true);
                  return workspace.items().page(filter, low, page.get());
                })
            .map(item -> ItemView.Row.of(item, workspace.levels())));
  }

  private static boolean isLow(Item item, Workspace workspace) {
    return workspace.levels().available(item.id()) < item.data().reorderLevel();
  }

  private static Reply getItem(Workspace workspace, Call call) {
    return Reply.ok(
        ItemView.of(workspace.items().get("itemId", call.id("itemId")), workspace.levels()));
  }

  private static Reply updateItem(Workspace workspace, Call call) {
    Fields fields = call.properties();
    var price = fields.optional("price", Shape.money());
    var description = fields.optional("description", Shape.text(DESCRIPTION));
    var reorderLevel = fields.optional("reorderLevel", Shape.number(0, Shape.MOST));
    var discontinued = fields.optional("discontinued", Shape.flag());
    ItemChange change =
        fields.into(
            () ->
                new ItemChange(
                    price.get(), description.get(), reorderLevel.get(), discontinued.get()));
    return Reply.ok(
        ItemView.of(workspace.items().change(call.id("itemId"), change), workspace.levels()));
  }

  private static Reply deleteItem(Workspace workspace, Call call) {
    workspace.removeItem(call.id("itemId"));
    return Reply.noContent();
  }
}
