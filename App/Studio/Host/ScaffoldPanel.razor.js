export { copy } from "../Sources/ConnectPanel.razor.js";
